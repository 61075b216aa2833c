"""Expand: messages can be found by their time."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create index messages_created_at on messages (created_at)")


def downgrade() -> None:
    op.execute("drop index messages_created_at")

"""Create the table of messages."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table messages (
            id bigint generated always as identity primary key,
            author text not null,
            body text not null,
            created_at timestamptz not null default now()
        )
    """)


def downgrade() -> None:
    op.execute("drop table messages")

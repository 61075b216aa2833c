"""Record who polls, and whether two ever did at once."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table poller_heartbeats (
            instance uuid primary key,
            version text not null,
            host text not null,
            started_at timestamptz not null default clock_timestamp(),
            seen_at timestamptz not null default clock_timestamp(),
            stopped_at timestamptz,
            last_message bigint
        )
    """)
    op.execute("""
        create table poller_overlaps (
            id bigint generated always as identity primary key,
            instance uuid not null,
            version text not null,
            host text not null,
            at timestamptz not null default clock_timestamp()
        )
    """)


def downgrade() -> None:
    op.execute("drop table poller_overlaps")
    op.execute("drop table poller_heartbeats")

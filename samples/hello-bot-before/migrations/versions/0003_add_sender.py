"""Expand: a message has a sender; the old column author is kept in step for code that still uses it."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table messages add column sender text")
    op.execute("update messages set sender = author")
    op.execute("alter table messages alter column author drop not null")
    op.execute("""
        create function keep_author_and_sender_in_step() returns trigger language plpgsql as $$
        begin
            new.sender := coalesce(new.sender, new.author);
            new.author := coalesce(new.author, new.sender);
            return new;
        end $$
    """)
    op.execute("""
        create trigger keep_author_and_sender_in_step before insert or update on messages
        for each row execute function keep_author_and_sender_in_step()
    """)


def downgrade() -> None:
    op.execute("drop trigger keep_author_and_sender_in_step on messages")
    op.execute("drop function keep_author_and_sender_in_step()")
    op.execute("alter table messages alter column author set not null")
    op.execute("alter table messages drop column sender")

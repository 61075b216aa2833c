"""Contract: the column author goes. Code that expects 0003 or less can't run after this."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("drop trigger keep_author_and_sender_in_step on messages")
    op.execute("drop function keep_author_and_sender_in_step()")
    op.execute("alter table messages drop column author")


def downgrade() -> None:
    op.execute("alter table messages add column author text")
    op.execute("update messages set author = sender")
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

using System.Collections.Immutable;
using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Alembic;

namespace Slipway.Databases.Tests.Migrations.Alembic;

public sealed class ContractionSpecs
{
    [Theory]
    [InlineData("op.drop_column('messages', 'author')", "drop_column messages.author")]
    [InlineData("op.drop_column(\n        'messages',\n        'author',\n    )", "drop_column messages.author")]
    [InlineData("op.drop_table('messages')", "drop_table messages")]
    [InlineData("op.rename_table('messages', 'posts')", "rename_table messages.posts")]
    [InlineData("op.alter_column('messages', 'author', new_column_name='writer')", "alter_column messages.author (renames it)")]
    [InlineData("op.alter_column('messages', 'author', type_=sa.Text(), existing_type=sa.String())", "alter_column messages.author (changes its type)")]
    [InlineData("op.alter_column('messages', 'author', nullable=False)", "alter_column messages.author (sets NOT NULL)")]
    [InlineData("op.alter_column('messages', 'author', server_default=None)", "alter_column messages.author (drops its default)")]
    [InlineData("op.add_column('messages', sa.Column('likes', sa.Integer(), nullable=False))", "add_column messages.likes (NOT NULL without a server default)")]
    [InlineData("op.drop_constraint('messages_pkey', 'messages', type_='primary')", "drop_constraint messages_pkey.messages")]
    [InlineData("op.drop_constraint('messages_key', 'messages')", "drop_constraint messages_key.messages")]
    [InlineData("op.create_unique_constraint('one', 'messages', ['author'])", "create_unique_constraint one.messages")]
    [InlineData("op.create_foreign_key('fk_a', 'messages', 'users', ['a'], ['id'])", "create_foreign_key fk_a.messages")]
    [InlineData("op.create_index(op.f('ix_a'), 'messages', ['author'], unique=True)", "create_index ix_a.messages (unique)")]
    [InlineData("op.execute('DROP TABLE messages')", "DROP TABLE messages")]
    [InlineData("op.execute(sa.text(\"ALTER TABLE messages \" 'DROP COLUMN author'))", "ALTER TABLE messages DROP COLUMN author")]
    [InlineData("op.get_bind().execute(\"\"\"\n      ALTER TABLE messages\n      ALTER author SET NOT NULL\n    \"\"\")", "ALTER TABLE messages SET NOT NULL")]
    [InlineData("statement = 'DROP VIEW recent'\n    op.execute(statement)", "DROP VIEW recent")]
    [InlineData("op.execute(open('x.sql').read())", "SQL that is not written out in the migration, so that nobody can tell what it does")]
    [InlineData("op.execute(f'{verb} TABLE messages')", "SQL that is not written out in the migration, so that nobody can tell what it does")]
    [InlineData("with op.batch_alter_table('messages') as batch:\n        batch.drop_column('author')", "drop_column messages.author")]
    public void What_the_old_release_cannot_live_with_is_found(string operation, string what) =>
        Find(operation).ShouldHaveSingleItem().What.ShouldBe(what);

    [Theory]
    [InlineData("op.add_column('messages', sa.Column('likes', sa.Integer(), nullable=True))")]
    [InlineData("op.add_column('messages', sa.Column('likes', sa.Integer(), nullable=False, server_default='0'))")]
    [InlineData("op.alter_column('messages', 'author', nullable=True, existing_type=sa.String())")]
    [InlineData("op.alter_column('messages', 'author', server_default=sa.text('now()'), existing_nullable=False)")]
    [InlineData("op.create_table('likes', sa.Column('id', sa.Integer(), nullable=False))\n" +
        "    op.create_index('ix', 'likes', ['id'], unique=True)\n    op.create_foreign_key('fk', 'likes', 'users', ['a'], ['b'])")]
    [InlineData("op.create_index('ix', 'messages', ['author'])")]
    [InlineData("op.drop_index('ix', table_name='messages')")]
    [InlineData("op.drop_constraint('messages_user_fkey', 'messages', type_='foreignkey')")]
    [InlineData("op.drop_constraint('ck_length', 'messages')")]
    [InlineData("# op.drop_table('messages')")]
    [InlineData("print(\"op.drop_table('messages')\")")]
    [InlineData("op.execute(\"INSERT INTO notes VALUES ('DROP TABLE messages; --')\")")]
    [InlineData("op.execute(users.update().where(users.c.name == 'x').values(name='DROP'))")]
    [InlineData("op.bulk_insert(users, [{'drop_table': 'x'}])")]
    public void What_only_adds_or_loosens_is_no_contraction(string operation) => Find(operation).ShouldBeEmpty();

    [Fact]
    public void A_downgrade_does_not_count_and_a_function_that_upgrade_calls_does()
    {
        const string Text = """
            revision = 'a'
            down_revision = None

            def upgrade() -> None:
                _split()

            def downgrade() -> None:
                op.drop_table('new')

            def _split():
                op.drop_column('users', 'name')
            """;

        var found = AlembicReader.Read([new("a.py", Text)]).History!.Revisions[0].Contractions;

        found.ShouldBe([new("drop_column users.name", "a.py", 11)]);
    }

    private static ImmutableArray<Contraction> Find(string operation)
    {
        var text = $"revision = 'a'\ndown_revision = None\n\ndef upgrade():\n    {operation}\n\n\ndef downgrade():\n    op.drop_table('x')\n";
        return AlembicReader.Read([new("a.py", text)]).History!.Revisions[0].Contractions;
    }
}

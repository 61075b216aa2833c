using CsCheck;
using Slipway.Databases.Sql;

namespace Slipway.Databases.Tests.Sql;

public sealed class SqlContractionSpecs
{
    [Theory]
    [InlineData("drop table if exists public.messages cascade", "drop table if exists messages")]
    [InlineData("ALTER TABLE messages DROP author", "ALTER TABLE messages DROP author")]
    [InlineData("ALTER TABLE ONLY \"public\".\"Messages\" RENAME COLUMN a TO b", "ALTER TABLE Messages RENAME")]
    [InlineData("ALTER TABLE m ADD COLUMN a int DEFAULT 0, ALTER COLUMN b DROP DEFAULT", "ALTER TABLE m DROP DEFAULT")]
    [InlineData("ALTER TABLE m ALTER COLUMN a SET DATA TYPE numeric(10, 2)", "ALTER TABLE m ALTER COLUMN a SET DATA")]
    [InlineData("ALTER TABLE m ADD COLUMN a int NOT NULL", "ALTER TABLE m ADD COLUMN a int NOT (NOT NULL without a default)")]
    [InlineData("ALTER TABLE m ADD CONSTRAINT c CHECK (a > 0) NOT VALID", "ALTER TABLE m ADD CONSTRAINT c CHECK (")]
    [InlineData("ALTER TABLE m ADD UNIQUE (a)", "ALTER TABLE m ADD UNIQUE ( a )")]
    [InlineData("ALTER TABLE m DROP CONSTRAINT m_pkey", "ALTER TABLE m DROP CONSTRAINT m_pkey")]
    [InlineData("ALTER TABLE m SET SCHEMA old", "ALTER TABLE m SET SCHEMA")]
    [InlineData("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'", "ALTER TYPE mood RENAME VALUE")]
    [InlineData("ALTER VIEW recent RENAME TO latest", "ALTER VIEW recent RENAME TO")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY ix ON m (a)", "CREATE UNIQUE INDEX on m")]
    [InlineData("DROP FUNCTION f(int)", "DROP FUNCTION f ( int")]
    [InlineData("DROP SEQUENCE s", "DROP SEQUENCE s")]
    [InlineData("DO $body$ BEGIN EXECUTE 'ALTER TABLE x'; END $body$", "DO ... EXECUTE: SQL that is put together while it runs")]
    [InlineData("DO $$ BEGIN IF true THEN ALTER TABLE m DROP COLUMN a; END IF; END $$;", "ALTER TABLE m DROP COLUMN a")]
    [InlineData("/* first /* nested */ */ SELECT 1; -- DROP\n DROP VIEW v", "DROP VIEW v")]
    public void What_breaks_a_running_release_is_found(string sql, string reason) => Find(sql).ShouldBe([reason]);

    [Theory]
    [InlineData("CREATE TABLE m (a int NOT NULL); ALTER TABLE m ADD CONSTRAINT c CHECK (a > 0); CREATE UNIQUE INDEX ON m (a)")]
    [InlineData("ALTER TABLE m ADD COLUMN a int NOT NULL DEFAULT 0")]
    [InlineData("ALTER TABLE m ADD COLUMN a int GENERATED ALWAYS AS IDENTITY NOT NULL")]
    [InlineData("ALTER TABLE m ALTER COLUMN a DROP NOT NULL")]
    [InlineData("ALTER TABLE m DROP CONSTRAINT m_user_fkey")]
    [InlineData("ALTER TYPE mood ADD VALUE 'calm'")]
    [InlineData("ALTER INDEX a RENAME TO b")]
    [InlineData("CREATE INDEX CONCURRENTLY ix ON m (a)")]
    [InlineData("DROP INDEX ix")]
    [InlineData("INSERT INTO m VALUES ('x; DROP TABLE m', E'it\\'s; DROP TABLE m', $a$; DROP TABLE m$a$)")]
    [InlineData("UPDATE m SET note = 'ALTER TABLE m RENAME'")]
    [InlineData("COMMENT ON COLUMN m.a IS 'drop this'")]
    public void What_harms_nobody_is_not(string sql) => Find(sql).ShouldBeEmpty();

    [Fact]
    public void Any_text_is_read_to_its_end() => Gen.OneOf(Gen.Char["'\"$;-/*\\(),.E dro"], Gen.Char).Array[0, 40]
        .Select(c => new string(c))
        .Sample(s => Find(s).Count() >= 0, iter: 20_000);

    private static IEnumerable<string> Find(string sql) => [.. SqlContractions.Find(sql, new HashSet<string>())];
}

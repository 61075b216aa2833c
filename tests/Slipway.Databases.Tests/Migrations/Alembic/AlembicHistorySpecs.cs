using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Alembic;

namespace Slipway.Databases.Tests.Migrations.Alembic;

public sealed class AlembicHistorySpecs
{
    [Fact]
    public void Revisions_are_put_in_the_order_in_which_they_follow_each_other()
    {
        var history = Read(("c.py", Revision("c", "'b'")), ("a.py", Revision("a", "None")), ("b.py", Revision("b", "\"a\"")));

        history.Revisions.Select(r => r.Id).ShouldBe(["a", "b", "c"]);
        history.Head.ShouldBe("c");
        history.Chain("b").Select(r => r.Id).ShouldBe(["a", "b"]);
        history.Chain("elsewhere").ShouldBeEmpty();
    }

    [Fact]
    public void The_forms_that_alembic_has_generated_over_time_are_all_understood()
    {
        var history = Read(
            ("1.py", "revision: str = \"1a\"\ndown_revision: Union[str, None] = None\nbranch_labels: Union[str, Sequence[str], None] = None\n"),
            ("2.py", "revision = '2b'\ndown_revision = '1a'\ndepends_on = None\n"),
            ("3.py", "revision = \\\n    '3c'\ndown_revision = (\n    '1a'  # the first one\n)\n"),
            ("4.py", "\ufeffrevision = '4d'\r\ndown_revision = ('2b', '3c',)\r\n"),
            ("__init__.py", ""));

        history.Heads.ShouldBe(["4d"]);
        history.Find("4d")!.Parents.ShouldBe(["2b", "3c"]);
        history.Find("2b")!.Line.ShouldBe(1);
        history.Chain("3c").Select(r => r.Id).ShouldBe(["1a", "3c"]);
    }

    [Fact]
    public void Two_heads_are_a_problem_with_both_places()
    {
        var problems = Problems(("a.py", Revision("a", "None")), ("b.py", Revision("b", "'a'")), ("c.py", Revision("c", "'a'")));

        problems.ShouldBe(["c.py:3: there are 2 heads (b in b.py:3, c in c.py:3), so `alembic upgrade head` fails; join them with `alembic merge heads`"]);
    }

    [Fact]
    public void A_missing_parent_is_a_problem() => Problems(("b.py", Revision("b", "'a'")))
        .ShouldBe(["b.py:3: it follows a, which no file has; add the missing migration to the folder"]);

    [Fact]
    public void A_circle_is_a_problem() => Problems(("a.py", Revision("a", "'b'")), ("b.py", Revision("b", "'a'")))
        .ShouldHaveSingleItem().ShouldContain("circle");

    [Fact]
    public void A_revision_given_twice_is_a_problem() => Problems(("a.py", Revision("a", "None")), ("b.py", Revision("a", "None")))
        .ShouldHaveSingleItem().ShouldStartWith("b.py:3: the revision a is already in a.py:3");

    [Fact]
    public void A_revision_that_is_computed_is_a_problem() => Problems(("a.py", "revision = make()\n"))
        .ShouldHaveSingleItem().ShouldStartWith("a.py:1: the revision is not written out");

    [Fact]
    public void A_parent_that_is_computed_is_a_problem() => Problems(("a.py", "revision = 'a'\n\ndown_revision = previous()\n"))
        .ShouldHaveSingleItem().ShouldStartWith("a.py:3: down_revision is neither");

    [Fact]
    public void No_migrations_at_all_are_no_problem()
    {
        var history = Read();

        history.Head.ShouldBeNull();
        history.Floor(null).ShouldBeNull();
        history.Compatible(null, null).ShouldBeTrue();
    }

    [Fact]
    public void The_floor_is_the_newest_revision_that_takes_something_away()
    {
        var history = Read(
            ("a.py", Revision("a", "None")),
            ("b.py", Revision("b", "'a'", "op.drop_column('messages', 'author')")),
            ("c.py", Revision("c", "'b'", "op.add_column('messages', sa.Column('likes', sa.Integer()))")));

        history.Floor("a").ShouldBeNull();
        history.Floor("c").ShouldBe("b");
        history.Compatible("b", "c").ShouldBeTrue();
        history.Compatible("b", "b").ShouldBeTrue();
        history.Compatible("b", "a").ShouldBeFalse();
        history.Compatible(null, "a").ShouldBeTrue();
        history.Blocking("c", "b").ShouldBeEmpty();
        history.Blocking("c", "a").ShouldHaveSingleItem().ToString().ShouldBe("b.py:7: drop_column messages.author");
    }

    private static MigrationHistory Read(params (string Path, string Text)[] files)
    {
        var reading = AlembicReader.Read(files.Select(f => new MigrationFile(f.Path, f.Text)));
        reading.Problems.ShouldBeEmpty();
        return reading.History!;
    }

    private static IEnumerable<string> Problems(params (string Path, string Text)[] files)
    {
        var reading = AlembicReader.Read(files.Select(f => new MigrationFile(f.Path, f.Text)));
        reading.History.ShouldBeNull();
        return reading.Problems.Select(p => p.ToString());
    }

    private static string Revision(string id, string parent, string operation = "pass") =>
        $"\"\"\"revision = 'not this'\"\"\"\nimport sqlalchemy as sa\nrevision = '{id}'  # noqa\ndown_revision = {parent}\n\ndef upgrade():\n    {operation}\n";
}

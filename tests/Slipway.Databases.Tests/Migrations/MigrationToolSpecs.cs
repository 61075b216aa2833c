using Slipway.Databases.Migrations;

namespace Slipway.Databases.Tests.Migrations;

/// <summary>The list of migration tools.</summary>
public sealed class MigrationToolSpecs
{
    [Fact]
    public void Each_tool_is_found_by_its_name_and_nothing_else_is()
    {
        MigrationTools.All.Select(t => MigrationTools.Named(t.Name)).ShouldBe(MigrationTools.All);
        MigrationTools.Named("Alembic").ShouldBeNull();
        MigrationTools.Named("").ShouldBeNull();
    }

    [Fact]
    public void No_two_tools_have_one_name() => MigrationTools.All.Select(t => t.Name).ShouldBeUnique();

    [Fact]
    public void An_application_that_names_no_tool_uses_alembic_as_it_comes()
    {
        var tool = MigrationTools.All[0];

        (tool.Name, tool.Folder, tool.FilePattern).ShouldBe(("alembic", "migrations/versions", "*.py"));
        tool.Command.ShouldBe(["alembic", "upgrade", "head"]);
    }
}

namespace Slipway.Architecture.Tests;

/// <summary>Whoever adds a migration tool adds a folder and a line in a list, and touches nothing else.</summary>
public sealed class MigrationToolRules
{
    private const string Room = "src/Slipway.Databases/Migrations/";
    private const string List = Room + "MigrationTools.cs";

    // They tell by its traces which tool a stranger's application uses, and may not know the libraries beside them.
    private static readonly string[] Recognising = ["src/Slipway.Compose/", "src/Slipway.Dockerfiles/"];

    [Fact]
    public void Every_tool_is_named_in_its_own_folder_and_in_the_list_only()
    {
        var tools = Repository.Sources(Room.TrimEnd('/')).Select(f => f.Path[Room.Length..].Split('/')).Where(p => p.Length > 1).Select(p => p[0]).Distinct().ToList();

        tools.ShouldNotBeEmpty();
        foreach (var tool in tools)
        {
            Repository.Sources("src")
                .Where(f => f.Path != List && !f.Path.StartsWith($"{Room}{tool}/", StringComparison.Ordinal))
                .Where(f => !Recognising.Any(r => f.Path.StartsWith(r, StringComparison.Ordinal)))
                .Where(f => f.Lines.Any(l => l.Contains(tool, StringComparison.OrdinalIgnoreCase)))
                .Select(f => $"{f} names {tool}")
                .ShouldBeEmpty();
        }
    }
}

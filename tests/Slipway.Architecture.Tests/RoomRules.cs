using System.Text.RegularExpressions;

namespace Slipway.Architecture.Tests;

/// <summary>Whoever adds a strategy, a proxy or a migration tool adds a folder and a line in a list, and touches nothing else.</summary>
public sealed partial class RoomRules
{
    // They tell by its traces what a stranger's application uses, and may not know the libraries beside them.
    private static readonly string[] Recognising =
    [
        "src/Slipway.Compose/", "src/Slipway.Dockerfiles/", "src/Slipway.Linting/", "src/Slipway.Deployment/Fronts/FrontPrograms.cs",
    ];

    /// <summary>The folder that has one for each kind, and the list.</summary>
    public static TheoryData<string, string> Rooms() => new()
    {
        { "src/Slipway.Deployment/Strategies/", "StrategyList.cs" },
        { "src/Slipway.Traffic/Proxies/", "ProxyKinds.cs" },
        { "src/Slipway.Databases/Migrations/", "MigrationTools.cs" },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_kind_is_known_to_its_own_folder_and_to_the_list_only(string room, string list)
    {
        var kinds = Kinds(room, list);

        kinds.Count.ShouldBeGreaterThan(0);
        foreach (var (folder, types, names) in kinds)
        {
            var others = Repository.Sources("src").Where(f => f.Path != room + list && !f.Path.StartsWith(folder, StringComparison.Ordinal)).ToList();
            others.SelectMany(f => f.Occurrences(new Regex($@"\b({string.Join('|', types)})\b"))).ShouldBeEmpty($"{folder} is known elsewhere");
            others.Where(f => !Recognising.Any(r => f.Path.StartsWith(r, StringComparison.Ordinal)))
                .SelectMany(f => f.Lines.Select((line, index) => (f.Path, Line: line, Number: index + 1)))
                .Where(l => names.Any(n => l.Line.Contains($"\"{n}\"", StringComparison.Ordinal)))
                .Select(l => $"{l.Path}:{l.Number}: {l.Line.Trim()}")
                .ShouldBeEmpty($"somebody asks for the kind of {folder} by its name");
        }
    }

    // A kind's folder is one in which something has a name of its own; others in a room are about all kinds.
    private static List<(string Folder, IReadOnlyList<string> Types, IReadOnlyList<string> Names)> Kinds(string room, string list)
    {
        var listed = File.ReadAllText(Path.Combine(Repository.Root, room + list));
        return [.. Repository.Sources(room.TrimEnd('/'))
            .Where(f => f.Path[room.Length..].Contains('/', StringComparison.Ordinal))
            .GroupBy(f => room + f.Path[room.Length..].Split('/')[0] + "/")
            .Select(g => (Folder: g.Key, Types: Matches(g, TypeName()), Names: Matches(g, OwnName())))
            .Where(k => k.Types.Any(t => listed.Contains($"new {t}(", StringComparison.Ordinal)))];
    }

    private static IReadOnlyList<string> Matches(IEnumerable<SourceFile> files, Regex pattern) =>
        [.. files.SelectMany(f => f.Lines).Select(l => pattern.Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).Distinct()];

    [GeneratedRegex(@"^(?:public|internal) (?:sealed |static |abstract |partial )*(?:class|record|enum|interface) (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"string Name => ""(?<name>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnName();
}

using System.Text.RegularExpressions;

namespace Slipway.Architecture.Tests;

/// <summary>What every C# file keeps to.</summary>
public sealed partial class SourceRules
{
    private const int LongestFile = 300;

    private static readonly string[] ProcessAdapters =
        ["src/Slipway.Engine/Commands/CommandRunner.cs", "src/Slipway.Engine/Addresses/SshConnection.cs", "src/Slipway.Graph/Processes/"];

    private static readonly string[] ConsoleAdapters =
        ["src/Slipway.Graph/Output/ConsoleSwitch.cs", "src/Slipway.Graph/Output/ConsoleTerminal.cs", "src/Slipway/Hosts/StandardStreams.cs", "build/Program.cs"];

    [Fact]
    public void No_file_is_longer_than_its_subject() =>
        Repository.Sources("src", "build", "tests").Where(f => f.Lines.Count > LongestFile).Select(f => $"{f} has {f.Lines.Count} lines").ShouldBeEmpty();

    [Fact]
    public void The_median_file_is_short() => Median(Repository.Sources("src", "build")).ShouldBeLessThan(50);

    [Fact]
    public void A_file_has_one_public_type() =>
        Repository.Sources("src", "build").Where(f => f.PublicTypes > 1).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void Namespaces_are_file_scoped_and_follow_the_folders() =>
        Repository.Sources("src").Where(f => f.Path.StartsWith("src/Slipway", StringComparison.Ordinal) && Namespace(f) is { } name && name != Expected(f.Path)).Select(f => $"{f}: {Namespace(f)}").ShouldBeEmpty();

    [Fact]
    public void Programs_are_started_in_the_adapters_only() => Outside(ProcessAdapters, ProcessStart());

    [Fact]
    public void The_console_is_touched_in_the_adapters_only() =>
        Outside([.. ConsoleAdapters, .. Repository.Sources("src").Where(HasCakesConsole).Select(f => f.Path)], ConsoleUse());

    [Fact]
    public void The_clock_is_a_TimeProvider() => Outside([], ClockUse());

    [Fact]
    public void A_test_waits_for_the_event_instead_of_sleeping() =>
        Repository.Sources("tests").Where(f => f.Path.Split('/')[1] is var project && (project.EndsWith(".Tests", StringComparison.Ordinal) || project == "Slipway.EndToEnd")).SelectMany(f => f.Occurrences(Sleep())).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_be_implemented() =>
        Repository.Sources("src", "build", "tests").SelectMany(f => f.Occurrences(Unfinished())).ShouldBeEmpty();

    [Fact]
    public void A_test_is_named_like_a_sentence() =>
        Repository.Sources("tests").SelectMany(Tests).Where(t => !t.Name.Contains('_', StringComparison.Ordinal)).Select(t => $"{t.File}: {t.Name}").ShouldBeEmpty();

    private static int Median(IEnumerable<SourceFile> files) => files.Select(f => f.Lines.Count).Order().ToList() is var lengths ? lengths[lengths.Count / 2] : 0;

    private static void Outside(string[] adapters, Regex pattern) =>
        Repository.Sources("src", "build")
            .Where(f => !adapters.Any(a => f.Path.StartsWith(a, StringComparison.Ordinal)))
            .SelectMany(f => f.Occurrences(pattern))
            .ShouldBeEmpty();

    // There the word means Cake's IConsole, which is the seam.
    private static bool HasCakesConsole(SourceFile file) => file.Lines.Any(l => l.Contains(" IConsole Console ", StringComparison.Ordinal));

    private static IEnumerable<(string File, string Name)> Tests(SourceFile file) =>
        from index in Enumerable.Range(0, file.Lines.Count)
        where FactAttribute().IsMatch(file.Lines[index])
        let method = file.Lines.Skip(index + 1).Select(l => TestMethod().Match(l)).First(m => m.Success)
        select (file.Path, method.Groups["name"].Value);

    private static string? Namespace(SourceFile file) =>
        file.Lines.FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..];

    private static string Expected(string path) => string.Join('.', path.Split('/')[1..^1]) + ";";

    [GeneratedRegex(@"\bProcess\.Start\(|\bnew Process\b|\bProcessStartInfo\b|\bCli\.Wrap\(")]
    private static partial Regex ProcessStart();

    [GeneratedRegex(@"(?<![\w.])(System\.)?Console\.", RegexOptions.ExplicitCapture)]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bnew Stopwatch\b|\bStopwatch\.StartNew\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ClockUse();

    [GeneratedRegex(@"\bThread\.Sleep\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bNotImplementedException\b|\bNotSupportedException\(\)")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex FactAttribute();

    [GeneratedRegex(@"^\s*public .*?\b(?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex TestMethod();
}

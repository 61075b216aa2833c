using System.Xml.Linq;

namespace Slipway.Architecture.Tests;

/// <summary>What every file of the repository keeps to.</summary>
public sealed class FileRules
{
    private static readonly string[] NoSubjects = ["helper", "helpers", "util", "utils", "utilities", "common", "models", "managers", "misc", "shared", "base"];

    // Put together here, so that this file doesn't name what it looks for.
    private static readonly string[] Unnamed =
        [.. new[] { "api.nuget|.org", "registry.npmjs|.org", "files.pythonhosted|.org", "/wo|rk/", "/fa|rm/", "static.crates|.io" }.Select(s => s.Replace("|", string.Empty, StringComparison.Ordinal))];

    [Fact]
    public void Folders_are_named_by_what_the_user_would_call_the_thing() =>
        Repository.Tracked().Where(f => f.Split('/').SkipLast(1).Any(s => NoSubjects.Contains(s.ToLowerInvariant()))).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_registry_or_a_machine() =>
        Repository.Tracked()
            .Select(f => (File: f, Text: File.ReadAllText(Path.Combine(Repository.Root, f))))
            .SelectMany(f => Unnamed.Where(u => f.Text.Contains(u, StringComparison.OrdinalIgnoreCase)).Select(u => $"{f.File}: {u}"))
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_that_is_built_is_tracked() =>
        Repository.Tracked().Where(f => f.EndsWith(".dll", StringComparison.Ordinal) || f.Split('/').Any(s => s is "bin" or "obj" or ".slipway" or "artifacts")).ShouldBeEmpty();

    [Fact]
    public void Every_library_has_tests()
    {
        var tests = Repository.Projects().Where(p => p.StartsWith("tests/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Repository.Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p)!)
            .Where(p => !tests.Contains(p + ".Tests"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_has_every_project() =>
        XDocument.Load(Path.Combine(Repository.Root, "Slipway.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Repository.Projects().Order(StringComparer.Ordinal));

    [Fact]
    public void A_suppression_says_why() =>
        Repository.Sources("src", "build", "tests")
            .SelectMany(f => f.Lines.Select((line, index) => (f.Path, Line: line, Before: f.Lines[Math.Max(0, index - 1)], Number: index + 1)))
            .Where(l => l.Line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))
            .Where(l => !l.Line.Contains("//", StringComparison.Ordinal) && !l.Before.Contains("//", StringComparison.Ordinal))
            .Select(l => $"{l.Path}:{l.Number}")
            .ShouldBeEmpty();
}

using Slipway.Architecture.Tests.Syntax;

namespace Slipway.Architecture.Tests;

/// <summary>How code is written, where the formatter has no say.</summary>
public sealed class StyleRules
{
    private const int WidestLine = 160;

    public static TheoryData<string> Projects() =>
        [.. Repository.Projects().Where(p => !p.StartsWith("tests/", StringComparison.Ordinal)).Select(p => Path.GetDirectoryName(p)!.Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Code_is_written_in_one_style(string project)
    {
        var breaches = Repository.Sources(project).SelectMany(Breaches).ToList();

        Assert.True(breaches.Count == 0, $"{breaches.Count} places of {project} are in another style:\n{string.Join('\n', breaches)}");
    }

    private static IEnumerable<string> Breaches(SourceFile file)
    {
        var code = CodeFile.Parse(file);
        return file.Lines.Select((line, index) => (line.Length, Number: index + 1))
            .Where(l => l.Length > WidestLine)
            .Select(l => $"{file}:{l.Number}: {l.Length} columns, where {WidestLine} is the most: a long line hides a second statement")
            .Concat(LambdaStyle.Breaches(code))
            .Concat(EmptyDocs.Breaches(code));
    }
}

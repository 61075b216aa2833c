using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Rules;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Linting;

/// <summary>Looks at compose files with all rules, and mends them. Neither compose nor an engine is needed.</summary>
/// <param name="around">What is known around the files.</param>
public sealed class ComposeLinter(ComposeSurroundings around)
{
    private static readonly RuleInfo Unreadable = new(
        "SLC001", Severity.Error, "Write what compose accepts", "Compose stops here, and nothing of the application starts.", "only its author knows what was meant");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } =
        [.. RuleList.All.Select(rule => rule.Info).Append(Unreadable).OrderBy(info => info.Code, StringComparer.Ordinal)];

    /// <summary>Looks at a file.</summary>
    /// <param name="source">The file. Of the surroundings' files it takes the place of the one with its path.</param>
    /// <returns>What was found in this file, in its order; bad input is a finding.</returns>
    public IReadOnlyList<Finding> Lint(SourceText source)
    {
        var (document, problem) = ComposeDocument.Read(source);
        if (document is null) return [Finding.At(Unreadable, source, Place(source, problem!), problem!.Message)];

        var others = around.Files.Select(file => file.Path == source.Path ? document : ComposeDocument.Read(file).Document).OfType<ComposeDocument>().ToList();
        var project = new ComposeProject(others.Contains(document) ? others : [.. others, document], around.Variable);
        var context = new ComposeLintContext(document, project, around);
        return
        [
            .. RuleList.All.SelectMany(rule => rule.Check(context))
                .Where(finding => finding.File == source.Path && !Pragmas.Silence(source, finding))
                .OrderBy(finding => finding.Span.Start)
                .ThenBy(finding => finding.Rule.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Mends a file as far as safety can be shown.</summary>
    /// <param name="source">The file.</param>
    /// <returns>What came of it. Nothing is written.</returns>
    public FixOutcome Fix(SourceText source) => new Fixer(Lint).Run(source);

    private static TextSpan Place(SourceText source, ComposeProblem problem)
    {
        var place = problem.Place.Split(':');
        if (place.Length < 3 || !int.TryParse(place[^2], out var line) || !int.TryParse(place[^1], out var column) || line > source.LineCount) return new(0, 0);

        return new(Math.Min(source.LineSpan(line).Start + column - 1, source.Text.Length), 0);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Inline;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>A Dockerfile that stands in a compose file, as far as rules look at it. It is never mended in place.</summary>
/// <param name="text">Its text, with the places of its characters.</param>
/// <param name="settings">What the user asks for.</param>
/// <param name="build">Reads its build context.</param>
/// <param name="shellCheck">What shellcheck has found in it.</param>
internal sealed partial class LintedInlineDockerfile(
    InlineDockerfile text, LintSettings settings, Func<BuildContext> build, Func<IReadOnlyList<Finding>> shellCheck) : ILintedFile
{
    private const string Refusal =
        "it stands in a compose file, where a fix may meet variables and indentation that mean something there: give it a file of its own";

    public SourceText Source => text.File.Source;

    public Synonyms Synonyms => DockerfileLinter.Synonyms;

    public Severity? Threshold => settings.Threshold;

    public IReadOnlyList<Finding> Check() => [.. new DockerfileLinter(settings).Lint(text.Text, build(), shellCheck()).Findings.Select(Mapped)];

    public FixOutcome Fix() => new(Source, Source, [], Check(), [], 0, Converged: true);

    private Finding Mapped(Finding finding)
    {
        var fix = Findings.Fixes.Fix.Refused(finding.Fix.IsRefused ? WithLines(finding.Fix.Reason) : Refusal);
        return Finding.At(finding.Rule, text.File.Source, text.PlaceOf(finding.Span), WithLines(finding.Message), fix) with { Severity = finding.Severity };
    }

    // Findings name other lines, which are those of the compose file too.
    private string WithLines(string message) => LineNumber().Replace(message, match =>
        int.TryParse(match.ValueSpan, CultureInfo.InvariantCulture, out var line) && line >= 1 && line <= text.Text.LineCount
            ? text.File.Source.PositionOf(text.PlaceOf(new TextSpan(text.Text.LineSpan(line).Start, 0)).Start).Line.ToString(CultureInfo.InvariantCulture)
            : match.Value);

    [GeneratedRegex(@"(?<=\bline )\d+")]
    private static partial Regex LineNumber();
}

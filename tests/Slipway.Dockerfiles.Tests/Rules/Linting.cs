using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>Shorthands for tests of rules.</summary>
internal static class Linting
{
    /// <summary>All severities on, and no known rule outweighed.</summary>
    public static readonly LintSettings Everything = new()
    {
        Severities = System.Collections.Immutable.ImmutableDictionary<string, Severity>.Empty
            .Add("DL1001", Severity.Info).Add("DL3057", Severity.Info).Add("InvalidDefinitionDescription", Severity.Info),
    };

    public static IReadOnlyList<Finding> Lint(string text, BuildContext? build = null, LintSettings? settings = null)
    {
        var report = new DockerfileLinter(settings ?? Everything).Lint(SourceText.From("Dockerfile", text), build ?? BuildContext.Unknown);
        return [.. report.Findings, .. report.Outweighed.Select(o => o.Finding)];
    }

    public static IReadOnlyList<Finding> Of(this IReadOnlyList<Finding> findings, string code) => [.. findings.Where(f => f.Rule.Code == code)];

    public static string Fix(string text, BuildContext? build = null, params string[] only)
    {
        var off = only.Length == 0 ? [] : DockerfileLinter.Rules.Select(r => r.Code).Except(only);
        var outcome = new DockerfileLinter(new() { Severities = System.Collections.Immutable.ImmutableDictionary.CreateRange(off.Select(c => KeyValuePair.Create(c, Severity.Off))) }).Fix(SourceText.From("Dockerfile", text), build ?? BuildContext.Unknown);
        outcome.Converged.ShouldBeTrue();
        return outcome.After.Text;
    }
}

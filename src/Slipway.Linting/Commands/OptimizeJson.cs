using Slipway.Findings;
using Slipway.Findings.Diffs;
using Slipway.Findings.Fixing;
using Slipway.Findings.Json;

namespace Slipway.Linting.Commands;

/// <summary>Writes for programs what Optimize does.</summary>
internal static class OptimizeJson
{
    public static string Write(IReadOnlyList<FixOutcome> outcomes, string folder, bool applied) => JsonText.Write(json =>
    {
        json.WriteBoolean("applied", applied);
        json.Objects("files", outcomes, outcome =>
        {
            json.WriteString("file", outcome.Before.Path);
            json.WriteBoolean("changes", outcome.Changes);
            json.WriteBoolean("converged", outcome.Converged);
            json.Texts("creates", outcome.Files.Select(f => f.Path));
            json.WriteString(
                "diff",
                UnifiedDiff.Of(OptimizeText.InDiff(outcome.Before.Path, folder), outcome.Before.Text, outcome.After.Text)
                    + string.Concat(outcome.Files.Select(f => UnifiedDiff.Of(OptimizeText.InDiff(f.Path, folder), null, f.Content))));
            json.Objects("fixes", outcome.Applied, finding =>
            {
                json.WriteString("rule", finding.Rule.Code);
                json.WriteString("message", finding.Message);
                json.WriteString("reason", finding.Fix.Reason);
            });
            json.Texts("errors", outcome.Remaining.Where(f => f.Severity == Severity.Error).Select(f => f.ToString()));
            json.WriteNumber("remaining", outcome.Remaining.Count);
        });
    });
}

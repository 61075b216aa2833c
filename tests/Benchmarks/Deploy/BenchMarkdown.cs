using System.Globalization;
using System.Text;

namespace Benchmarks.Deploy;

/// <summary>The figures as Markdown.</summary>
internal static class BenchMarkdown
{
    public static string Of(BenchFigures figures)
    {
        var baseline = figures.Contenders[0];
        var text = new StringBuilder();
        text.Append("## Deployments\n\n");
        text.Append("| a changed version, images present, nothing to migrate | runs | seconds, median | max | times faster | outage, s | failed requests | overhead beyond boot, s |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in figures.Contenders)
        {
            Append(text, $"| {c.Title} | {c.Wall.Count} | {c.Wall.Median:0.00} | {c.Wall.Max:0.00} | {baseline.Wall.Median / c.Wall.Median:0.0} | {c.Outage.Median:0.00} | {c.Failed} of {c.Requests} | {c.Overhead:0.00} |\n");
        }

        text.Append("\n| rollback | runs | seconds, median | p95 | max | times faster |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in figures.Contenders)
        {
            var how = c.Rollbacks.Count > 0 ? string.Empty : ", by deploying the version before again";
            Append(text, $"| {c.Title}{how} | {c.Rollback.Count} | {c.Rollback.Median:0.00} | {c.Rollback.P95:0.00} | {c.Rollback.Max:0.00} | {baseline.Rollback.Median / c.Rollback.Median:0.0} |\n");
        }

        text.Append("\n| what would be done | runs | seconds, median | p95 |\n| --- | ---: | ---: | ---: |\n");
        Append(text, $"| docker compose --dry-run up -d | {figures.ComposeDryRun.Count} | {figures.ComposeDryRun.Median:0.00} | {figures.ComposeDryRun.P95:0.00} |\n");
        Append(text, $"| build.sh --target=Plan | {figures.Plan.Count} | {figures.Plan.Median:0.00} | {figures.Plan.P95:0.00} |\n\n");
        foreach (var note in figures.Notes)
        {
            text.Append("- ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}

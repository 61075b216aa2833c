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
        text.Append("| a changed version, images present, nothing to migrate | runs | seconds, median | max | times faster | outage, s | failed requests | boot, s | overhead beyond boot, s |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in figures.Contenders)
        {
            Append(text, $"| {c.Title} | {c.Wall.Count} | {c.Wall.Median:0.00} | {c.Wall.Max:0.00} | {baseline.Wall.Median / c.Wall.Median:0.0} | {c.Outage.Median:0.00} | {Failed(c.Deployments)} | {c.Boot.Median:0.00} | {c.Overhead:0.00} |\n");
        }

        foreach (var (title, calm, c) in figures.Contenders.Where(c => c.CalmDeployments is not null).Select(c => (c.Title, c.CalmDeployments!, c)))
        {
            Append(text, $"| {title}, no requests meanwhile | {calm.Count} | {calm.Median:0.00} | {calm.Max:0.00} | {baseline.Wall.Median / calm.Median:0.0} | | | {c.CalmBoot!.Median:0.00} | {c.CalmOverhead:0.00} |\n");
        }

        text.Append("\n| from when the new release listens until Slipway has noticed | runs | milliseconds, median | p95 | max |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var (title, noticed) in figures.Contenders.Where(c => c.Noticed is not null).Select(c => (c.Title, c.Noticed!)))
        {
            Append(text, $"| {title} | {noticed.Count} | {noticed.Median * 1000:0} | {noticed.P95 * 1000:0} | {noticed.Max * 1000:0} |\n");
        }

        text.Append("\n| rollback | runs | seconds, median | p95 | max | times faster | failed requests |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in figures.Contenders)
        {
            var how = c.Rollbacks.Count > 0 ? string.Empty : ", by deploying the version before again";
            Append(text, $"| {c.Title}{how} | {c.Rollback.Count} | {c.Rollback.Median:0.00} | {c.Rollback.P95:0.00} | {c.Rollback.Max:0.00} | {baseline.Rollback.Median / c.Rollback.Median:0.0} | {(c.Rollbacks.Count > 0 ? Failed(c.Rollbacks) : "as above")} |\n");
        }

        foreach (var (title, calm) in figures.Contenders.Where(c => c.CalmRollbacks is not null).Select(c => (c.Title, c.CalmRollbacks!)))
        {
            Append(text, $"| {title}, no requests meanwhile | {calm.Count} | {calm.Median:0.00} | {calm.P95:0.00} | {calm.Max:0.00} | {baseline.Rollback.Median / calm.Median:0.0} | |\n");
        }

        text.Append("\n| saying what a deployment would do: `--target=Plan` | runs | seconds, median | p95 |\n| --- | ---: | ---: | ---: |\n");
        foreach (var (title, answers) in figures.Contenders.Where(c => c.Answers is not null).Select(c => (c.Title, c.Answers!)))
        {
            Append(text, $"| {title} | {answers.Count} | {answers.Median:0.00} | {answers.P95:0.00} |\n");
        }

        Append(text, $"\n- The application sleeps {figures.BootSeconds} s of its boot.\n");
        foreach (var note in figures.Notes)
        {
            text.Append("- ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    private static string Failed(IReadOnlyList<Deployment> runs) => FormattableString.Invariant($"{runs.Sum(r => r.Failed)} of {runs.Sum(r => r.Requests)}");

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}

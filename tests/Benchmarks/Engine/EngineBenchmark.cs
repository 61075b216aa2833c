using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Engine;

/// <summary>Measures the parallel engine beside Cake's own, in one run and on one machine.</summary>
/// <param name="quick">Whether to measure less, for a first impression.</param>
/// <param name="jsonFile">Where to write the figures as JSON as well; null for nowhere.</param>
internal sealed class EngineBenchmark(bool quick, string? jsonFile)
{
    public void Run(TextWriter output)
    {
        var json = new JsonObject();
        output.WriteLine("## Engine");
        output.WriteLine();
        Overhead(output, json);
        Makespan(output, json);
        Fan(output, json);
        if (jsonFile is not null)
        {
            File.WriteAllText(jsonFile, json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n");
        }
    }

    private void Overhead(TextWriter output, JsonObject json)
    {
        var measure = new OverheadMeasure();
        var rounds = quick ? 3 : 9;
        output.WriteLine("| microseconds a task that does nothing, registration included | 1,000 tasks | 10,000 tasks |");
        output.WriteLine("| --- | ---: | ---: |");
        Row("parallel engine", "parallel", cakesOwn: false, jobs: null, rounds, rounds);
        Row("parallel engine, --jobs=1", "parallelOneJob", cakesOwn: false, jobs: 1, rounds, rounds);

        // Its graph takes time with the square of the tasks: once is enough.
        Row("Cake's own engine", "cake", cakesOwn: true, jobs: null, rounds, 1);
        output.WriteLine();

        void Row(string title, string key, bool cakesOwn, int? jobs, int few, int many)
        {
            var thousand = measure.Measure(cakesOwn, jobs, 1_000, few);
            var tenThousand = measure.Measure(cakesOwn, jobs, 10_000, many);
            Write(output, $"| {title} | {thousand:0.0} | {tenThousand:0.0} |");
            json[key] = new JsonObject { ["microsecondsPerTaskAt1000"] = thousand, ["microsecondsPerTaskAt10000"] = tenThousand };
        }
    }

    private void Makespan(TextWriter output, JsonObject json)
    {
        var measure = new MakespanMeasure();
        var graphs = quick ? 20 : 200;
        output.WriteLine("| makespan / max(critical path, work / jobs) | graphs | median | p95 | max |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        Row("parallel engine, no limit", "makespanUnlimited", measure.Measure(cakesOwn: false, graphs, limited: false));
        Row("parallel engine, --jobs=2 to 8", "makespanLimited", measure.Measure(cakesOwn: false, graphs, limited: true));
        Row("Cake's own engine, beside no limit", "makespanCake", measure.Measure(cakesOwn: true, quick ? 3 : 10, limited: false));
        output.WriteLine();

        void Row(string title, string key, Figures figures) => WriteFigures(output, json, title, key, figures, "0.000");
    }

    private void Fan(TextWriter output, JsonObject json)
    {
        var measure = new FanMeasure();
        var rounds = quick ? 3 : 20;
        output.WriteLine("| three blocking tasks of 0.5 s, whole process, seconds | runs | median | p95 | max |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        WriteFigures(output, json, "parallel engine", "fan", measure.Measure(cakesOwn: false, rounds), "0.00");
        WriteFigures(output, json, "Cake's own engine", "fanCake", measure.Measure(cakesOwn: true, quick ? 1 : 5), "0.00");
        output.WriteLine();
    }

    private static void WriteFigures(TextWriter output, JsonObject json, string title, string key, Figures figures, string format)
    {
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        Write(output, $"| {title} | {figures.Count} | {Text(figures.Median)} | {Text(figures.P95)} | {Text(figures.Max)} |");
        json[key] = new JsonObject { ["count"] = figures.Count, ["median"] = figures.Median, ["p95"] = figures.P95, ["max"] = figures.Max };
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

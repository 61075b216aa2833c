using System.Globalization;
using Slipway.Dockerfiles.Forecasting;

namespace Slipway.Linting.Forecasts;

/// <summary>Writes forecasts for people.</summary>
internal static class ForecastText
{
    private const int WidestStep = 58;
    private const int MostBlamed = 3;

    public static void Write(IReadOnlyList<FileForecast> forecasts, TextWriter output)
    {
        foreach (var forecast in forecasts)
        {
            var pace = forecast.PerMonth is { } month ? Text($", {month:0} a month") : string.Empty;
            output.WriteLine($"{forecast.Source.Path}: what the last {forecast.Before.Commits} commits rebuild{pace}");
            if (forecast.Before.Commits > 0)
            {
                Write(forecast.Before, forecast, output);
            }
            else
            {
                output.WriteLine("  none of them has all that the Dockerfile copies");
            }

            output.WriteLine();
        }

        if (forecasts.Count == 0)
        {
            output.WriteLine("There is no history to forecast from: the application is in no git repository, or has one commit only.");
        }
    }

    private static void Write(HistoryForecast before, FileForecast forecast, TextWriter output)
    {
        output.WriteLine($"  line  {"step",-WidestStep}  rebuilt  seconds  because of");
        foreach (var step in before.Steps)
        {
            var line = forecast.Source.PositionOf(step.Step.Instruction.Span.Start).Line;
            output.WriteLine(Text($"  {line,4}  {Short(step.Step.ToString()),-WidestStep}  {step.Rebuilt,7}  {step.Seconds,7:0.0}  {Blame(step)}").TrimEnd());
        }

        output.WriteLine($"  as it is: {Cost(before, forecast.PerMonth)}");
        output.WriteLine(forecast.After is { } after ? $"  with the fixes of Optimize: {Cost(after, forecast.PerMonth)}" : "  Optimize has no fix for it");
        if (before.SecondsPerCommit is null)
        {
            output.WriteLine("  no step has been measured yet: Deploy and Optimize --verify do that");
        }
    }

    private static string Cost(HistoryForecast forecast, double? perMonth) =>
        forecast.SecondsPerCommit is { } seconds
            ? Text($"{forecast.StepsPerCommit:0.0} of {forecast.Steps.Count} steps and {seconds:0.0} s a commit")
                + (perMonth is { } month ? Text($", {seconds * month / 60:0.0} minutes a month") : string.Empty)
            : Text($"{forecast.StepsPerCommit:0.0} of {forecast.Steps.Count} steps a commit");

    private static string Blame(StepCost step)
    {
        var named = string.Join(", ", step.Blame.Take(MostBlamed).Select(b => Text($"{b.Path} ({b.Commits})")));
        return step.Blame.Count > MostBlamed ? Text($"{named}, {step.Blame.Count - MostBlamed} more") : named;
    }

    private static string Short(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= WidestStep ? plain : plain[..(WidestStep - 3)] + "...";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

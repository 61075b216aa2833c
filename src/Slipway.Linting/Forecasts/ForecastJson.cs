using System.Text.Json;
using Slipway.Dockerfiles.Forecasting;
using Slipway.Findings.Json;

namespace Slipway.Linting.Forecasts;

/// <summary>Writes forecasts for programs.</summary>
internal static class ForecastJson
{
    public static string Write(IReadOnlyList<FileForecast> forecasts) => JsonText.Write(json => json.Objects("files", forecasts, forecast =>
    {
        json.WriteString("file", forecast.Source.Path);
        json.Rounded("commitsPerMonth", forecast.PerMonth);
        Write(json, "before", forecast.Before, forecast.PerMonth);
        if (forecast.After is { } after)
        {
            Write(json, "after", after, forecast.PerMonth);
        }
    }));

    private static void Write(Utf8JsonWriter json, string name, HistoryForecast forecast, double? perMonth)
    {
        json.WriteStartObject(name);
        json.WriteNumber("commits", forecast.Commits);
        json.Rounded("stepsPerCommit", forecast.StepsPerCommit);
        json.Rounded("secondsPerCommit", forecast.SecondsPerCommit);
        json.Rounded("secondsPerMonth", forecast.SecondsPerCommit * perMonth);
        json.Objects("steps", forecast.Steps, step =>
        {
            json.WriteString("stage", step.Step.Stage.ToString());
            json.WriteString("step", step.Step.ToString());
            json.WriteNumber("rebuilt", step.Rebuilt);
            json.Rounded("seconds", step.Seconds);
            json.Objects("blame", step.Blame, file =>
            {
                json.WriteString("file", file.Path);
                json.WriteNumber("commits", file.Commits);
            });
        });
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Slipway.Deployment.Planning.Printing;
using Slipway.Dockerfiles.Forecasting;

namespace Slipway.Linting.Forecasts;

/// <summary>Writes forecasts for programs.</summary>
internal static class ForecastJson
{
    public static string Write(IReadOnlyList<FileForecast> forecasts) => JsonText.Write(json => json.Objects("files", forecasts, forecast =>
    {
        json.WriteString("file", forecast.Source.Path);
        Number(json, "commitsPerMonth", forecast.PerMonth);
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
        json.WriteNumber("stepsPerCommit", Math.Round(forecast.StepsPerCommit, 3));
        Number(json, "secondsPerCommit", forecast.SecondsPerCommit);
        Number(json, "secondsPerMonth", forecast.SecondsPerCommit * perMonth);
        json.Objects("steps", forecast.Steps, step =>
        {
            json.WriteString("stage", step.Step.Stage.ToString());
            json.WriteString("step", step.Step.ToString());
            json.WriteNumber("rebuilt", step.Rebuilt);
            Number(json, "seconds", step.Seconds);
            json.Objects("blame", step.Blame, file =>
            {
                json.WriteString("file", file.Path);
                json.WriteNumber("commits", file.Commits);
            });
        });
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

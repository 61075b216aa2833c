using System.Text.Json;
using Slipway.Dockerfiles.Progress;
using Slipway.Findings.Json;

namespace Slipway.Linting.Verification;

/// <summary>Writes for programs what builds before and after the fixes took.</summary>
internal static class VerificationJson
{
    /// <summary>Writes them, under the name of each file.</summary>
    /// <returns>One JSON object; times in seconds.</returns>
    public static string Write(IReadOnlyList<(string File, IReadOnlyList<VerifiedBuild> Builds)> files) => JsonText.Write(json =>
        json.Objects("files", files, file =>
        {
            json.WriteString("file", file.File);
            json.Objects("changes", file.Builds, build =>
            {
                json.WriteString("kind", build.Kind);
                json.WriteString("changed", build.File);
                Write(json, "before", build.Before, build.SecondsBefore);
                Write(json, "after", build.After, build.SecondsAfter);
            });
        }));

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<BuildStep> steps, double seconds)
    {
        json.WriteStartObject(name);
        json.Rounded("seconds", seconds);
        json.Objects("steps", steps, step =>
        {
            json.WriteString("step", step.Text);
            json.WriteBoolean("cached", step.IsCached);
            json.WriteNumber("seconds", step.Seconds);
        });
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>The scripts of a composer.json.</summary>
internal static class ComposerScripts
{
    /// <summary>The shell text that a call of composer runs.</summary>
    public static string? Of(ShellCommand command, string text)
    {
        string? name = command.Operands("-d", "--working-dir") switch
        {
            [{ Text: "run" or "run-script" }, var script, ..] => script.Text,
            [var script, ..] => script.Text,
            _ => null,
        };
        try
        {
            using var document = JsonDocument.Parse(text);
            return name is not null && document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("scripts", out var scripts)
                && scripts.ValueKind == JsonValueKind.Object && scripts.TryGetProperty(name, out var found) ? Lines(found) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Lines(JsonElement script)
    {
        IEnumerable<JsonElement> lines = script.ValueKind == JsonValueKind.Array ? [.. script.EnumerateArray()] : [script];
        return string.Join('\n', lines.Where(l => l.ValueKind == JsonValueKind.String).Select(l => Line(l.GetString()!)));
    }

    // "Referencing scripts" in composer's documentation.
    private static string Line(string line) => line.StartsWith("@php ", StringComparison.Ordinal) ? line[1..]
        : line.StartsWith("@composer ", StringComparison.Ordinal) ? line[1..]
        : line.StartsWith("@putenv ", StringComparison.Ordinal) ? ":"
        : line.StartsWith('@') ? $"composer run {line[1..]}"
        : line;
}

using System.Text.Json;
using Slipway.Findings;

namespace Slipway.Dockerfiles.ShellChecks;

/// <summary>One thing that shellcheck says.</summary>
/// <param name="File">The file that it was given, or <c>-</c>.</param>
/// <param name="Code">Its code, for instance SC2086.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Line">Where it begins: the line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndLine">Where it ends.</param>
/// <param name="EndColumn">The column after the last character.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record ShellCheckComment(string File, string Code, Severity Severity, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>Reads the output in the format json1.</summary>
    /// <returns>What it says; nothing when it can't be read.</returns>
    public static IReadOnlyList<ShellCheckComment> Read(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            return [.. json.RootElement.GetProperty("comments").EnumerateArray().Select(One)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static ShellCheckComment One(JsonElement comment) => new(
        comment.TryGetProperty("file", out var file) ? file.GetString()! : "-",
        $"SC{comment.GetProperty("code").GetInt32()}",
        SeverityName.Parse(comment.GetProperty("level").GetString()) ?? Severity.Info,
        comment.GetProperty("line").GetInt32(),
        comment.GetProperty("column").GetInt32(),
        comment.GetProperty("endLine").GetInt32(),
        comment.GetProperty("endColumn").GetInt32(),
        comment.GetProperty("message").GetString()!.TrimEnd('.'));
}

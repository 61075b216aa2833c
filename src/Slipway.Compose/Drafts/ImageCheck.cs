using System.Text.Json;

namespace Slipway.Compose.Drafts;

/// <summary>The health check of a Dockerfile, as compose would write it.</summary>
internal static class ImageCheck
{
    /// <summary>Reads what follows HEALTHCHECK and its options.</summary>
    /// <param name="written">Such as <c>CMD curl -f http://localhost/</c>, or with the words as a JSON array.</param>
    /// <returns><c>CMD</c> and its words, or <c>CMD-SHELL</c> and a script.</returns>
    public static IReadOnlyList<string> Words(string written)
    {
        var text = written.Trim();
        while (text.StartsWith("--", StringComparison.Ordinal) && text.IndexOf(' ') is > 0 and var blank)
        {
            text = text[blank..].TrimStart();
        }

        if (text.StartsWith("NONE", StringComparison.OrdinalIgnoreCase))
        {
            return ["NONE"];
        }

        var command = text.StartsWith("CMD", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text;
        return (command.StartsWith('[') ? Json(command) : null) is { } words ? ["CMD", .. words] : ["CMD-SHELL", command];
    }

    private static List<string>? Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(w => w.GetString() ?? "")];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

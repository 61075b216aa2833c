using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipway.Engine.Api;

/// <summary>What the engine says to a person, out of what it answers to a program.</summary>
public static partial class EngineSentence
{
    private const int ShownDigits = 12;

    /// <summary>Finds the sentence.</summary>
    /// <param name="answer">The body of an error, or a line that docker printed.</param>
    /// <returns>The sentence, with identifiers as short as docker prints them; the whole answer when it has another form.</returns>
    public static string In(string answer) => Identifier().Replace(MessageOf(answer.Trim()), m => m.Value[..ShownDigits]);

    private static string MessageOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message)
                ? message.GetString()?.Trim() ?? string.Empty
                : answer;
        }
        catch (JsonException)
        {
            return answer;
        }
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Identifier();
}

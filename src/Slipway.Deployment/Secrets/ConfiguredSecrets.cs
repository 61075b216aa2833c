using System.Text.Json;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Secrets;

/// <summary>
/// Finds what a compose configuration says is secret, wherever in it: values whose names say so, in environments, build arguments, labels and
/// options of drivers; words of commands after such an option; and passwords within texts.
/// </summary>
internal static class ConfiguredSecrets
{
    /// <summary>The values.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    public static IEnumerable<string> Of(JsonElement config) => Of(string.Empty, config);

    private static IEnumerable<string> Of(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Of(p.Name, p.Value)),
        JsonValueKind.Array => OfWords([.. value.EnumerateArray()]),
        JsonValueKind.String => OfText(name, value.GetString()!),
        _ => [],
    };

    private static IEnumerable<string> OfWords(IReadOnlyList<JsonElement> words) => words.SelectMany((word, index) => word.ValueKind != JsonValueKind.String
        ? Of(string.Empty, word)
        : OfText(index > 0 ? Option(words[index - 1]) : string.Empty, word.GetString()!).Concat(OfAssignment(word.GetString()!)));

    private static string Option(JsonElement word) =>
        word.ValueKind == JsonValueKind.String && word.GetString()!.StartsWith('-') ? word.GetString()!.TrimStart('-') : string.Empty;

    // One word: whatever is in it after the sign is the value.
    private static IEnumerable<string> OfAssignment(string word) =>
        word.Split('=', 2) is [var name, var value] && !name.Any(char.IsWhiteSpace) ? OfText(name.TrimStart('-'), value) : [];

    // Compose prints $$ for a dollar. Of a label's name the last word says what it is.
    private static IEnumerable<string> OfText(string name, string text)
    {
        var value = text.Replace("$$", "$", StringComparison.Ordinal);
        var isSecret = SecretMask.IsSecretName(name[Math.Max(0, name.LastIndexOf('.'))..]);
        return SecretMask.PasswordsIn(value).Append(isSecret ? value : string.Empty);
    }
}

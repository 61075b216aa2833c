using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Compose.Text;

/// <summary>
/// Reads values of the JSON that compose prints. Compose escapes every dollar sign there, so that the output can be
/// fed back to it; what is read here is the meant value.
/// </summary>
internal static class ComposeJson
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Text(this JsonElement element, string name) => element.Get(name)?.AsText();

    public static string AsText(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? Unescape(element.GetString()!)
        : element.GetRawText();

    public static bool Flag(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement element, string name) => element.Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        { } text => int.Parse(text.AsText(), System.Globalization.CultureInfo.InvariantCulture),
    };

    public static ImmutableArray<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    public static ImmutableArray<JsonProperty> Entries(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Object } map ? [.. map.EnumerateObject()] : [];

    /// <summary>A list of words; a single string counts as a list of one.</summary>
    public static ImmutableArray<string>? Words(this JsonElement element, string name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(AsText)],
        { ValueKind: JsonValueKind.String } text => [text.AsText()],
        _ => null,
    };

    private static string Unescape(string text) => text.Replace("$$", "$", StringComparison.Ordinal);
}

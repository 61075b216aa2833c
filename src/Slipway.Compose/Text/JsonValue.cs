using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slipway.Compose.Text;

/// <summary>
/// A value of the JSON that compose prints. Compose escapes every dollar sign there, so that the output can be fed
/// back to it; what is read here is the meant value.
/// </summary>
/// <remarks>
/// A tree of classes instead of the structs of <see cref="JsonDocument"/>: lists of foreign structs can't be compiled
/// ahead of time, and compiling those took 40 ms of each run.
/// </remarks>
internal sealed class JsonValue
{
    private static readonly JsonValue[] Nothing = [];

    private JsonValue(string name, JsonTokenType kind, string text, JsonValue[] children)
    {
        Name = name;
        Kind = kind;
        RawText = text;
        Children = children;
    }

    /// <summary>The key that it stands under; empty for an item of a list.</summary>
    public string Name { get; }

    public JsonTokenType Kind { get; }

    /// <summary>A string, or a number or Boolean as written.</summary>
    public string RawText { get; }

    /// <summary>The entries of a map or the items of a list.</summary>
    public JsonValue[] Children { get; }

    public bool IsNull => Kind == JsonTokenType.Null;

    public string Text => RawText.Replace("$$", "$", StringComparison.Ordinal);

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = Read(ref reader, "");
        // Anything after the value is an error, which the reader throws.
        reader.Read();
        return value;
    }

    public JsonValue? Get(string name)
    {
        if (Kind != JsonTokenType.StartObject)
        {
            return null;
        }

        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                return child.IsNull ? null : child;
            }
        }

        return null;
    }

    public string? TextOf(string name) => Get(name)?.Text;

    public bool IsTrue(string name) => Get(name) is { Kind: JsonTokenType.True };

    /// <exception cref="FormatException">It is no number.</exception>
    public int? Number(string name) => Get(name) is { } number ? int.Parse(number.RawText, CultureInfo.InvariantCulture) : null;

    public JsonValue[] Items(string name) => Get(name) is { Kind: JsonTokenType.StartArray } list ? list.Children : Nothing;

    public JsonValue[] Entries(string name) => Get(name) is { Kind: JsonTokenType.StartObject } map ? map.Children : Nothing;

    /// <summary>A list of words; a single string counts as a list of one.</summary>
    public ImmutableArray<string>? Words(string name) => Get(name) switch
    {
        { Kind: JsonTokenType.StartArray } list => [.. list.Children.Select(i => i.Text)],
        { Kind: JsonTokenType.String } text => [text.Text],
        _ => null,
    };

    private static JsonValue Read(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new(name, JsonTokenType.StartObject, "", ReadChildren(ref reader, JsonTokenType.EndObject)),
        JsonTokenType.StartArray => new(name, JsonTokenType.StartArray, "", ReadChildren(ref reader, JsonTokenType.EndArray)),
        JsonTokenType.String => new(name, JsonTokenType.String, reader.GetString()!, Nothing),
        _ => new(name, reader.TokenType, Encoding.UTF8.GetString(reader.ValueSpan), Nothing),
    };

    private static JsonValue[] ReadChildren(ref Utf8JsonReader reader, JsonTokenType end)
    {
        var children = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != end)
        {
            var name = "";
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                reader.Read();
            }

            children.Add(Read(ref reader, name));
        }

        return [.. children];
    }
}

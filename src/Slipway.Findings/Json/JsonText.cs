using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Findings.Json;

/// <summary>Writes JSON for programs, as text that a person can read as well.</summary>
public static class JsonText
{
    // The text goes to a terminal, a pipe or a file, not into HTML: quotes and arrows stay readable.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    /// <param name="content">Writes its properties.</param>
    /// <returns>The object, indented, without a line break at its end.</returns>
    /// <exception cref="InvalidOperationException">What is written is no JSON.</exception>
    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes a list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number with at most three decimals, or null.</summary>
    public static void Rounded(this Utf8JsonWriter json, string name, double? value)
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

    /// <summary>Writes a time in seconds, to the millisecond, or null.</summary>
    public static void Seconds(this Utf8JsonWriter json, string name, TimeSpan? value) => json.Rounded(name, value?.TotalSeconds);

    /// <summary>Writes a list of objects.</summary>
    /// <param name="content">Writes the properties of one.</param>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            content(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Compose.Text;

namespace Slipway.Compose;

/// <summary>Hashes what makes a service's container what it is, whatever the order in which it was written.</summary>
internal sealed class ConfigHasher(JsonElement root, ProjectPaths paths, Func<string, string?>? fileDigest)
{
    private const int Digits = 12;

    /// <summary>Where the image comes from, and what compose itself reads without telling the container.</summary>
    private static bool CountsFor(string key) => key is not
        ("image" or "build" or "pull_policy" or "depends_on" or "profiles" or "scale" or "develop");

    public string Of(JsonElement service)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var entry in Sorted(service).Where(entry => CountsFor(entry.Name) && IsSet(entry)))
            {
                writer.WritePropertyName(entry.Name);
                Write(writer, entry.Value, entry.Name == "deploy" ? "replicas" : null);
            }

            WriteDefinitions(writer, service, "configs");
            WriteDefinitions(writer, service, "secrets");
            WriteMountedFiles(writer, service);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan))[..Digits];
    }

    private void WriteDefinitions(Utf8JsonWriter writer, JsonElement service, string key)
    {
        foreach (var source in service.Items(key).Select(use => use.Text("source")).OfType<string>().Order(StringComparer.Ordinal))
        {
            if (root.Get(key)?.Get(source) is not { } definition) continue;

            writer.WritePropertyName($"{key}/{source}");
            Write(writer, definition);
            if (definition.Text("file") is { } file) WriteDigest(writer, file);
        }
    }

    private void WriteMountedFiles(Utf8JsonWriter writer, JsonElement service)
    {
        foreach (var volume in service.Items("volumes"))
        {
            if (volume.Text("type") == "bind" && volume.Text("source") is { } file && paths.IsBelow(file)) WriteDigest(writer, file);
        }
    }

    private void WriteDigest(Utf8JsonWriter writer, string file)
    {
        if (fileDigest?.Invoke(file) is { } digest) writer.WriteString($"file/{paths.Relative(file)}", digest);
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, string? except = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var entry in Sorted(value).Where(entry => entry.Name != except))
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(paths.Relative(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Compose prints a service's <c>command: null</c>, which says nothing, in some versions only.</summary>
    private static bool IsSet(JsonProperty entry) => entry.Value.ValueKind != JsonValueKind.Null;

    private static IEnumerable<JsonProperty> Sorted(JsonElement value) =>
        value.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal);
}

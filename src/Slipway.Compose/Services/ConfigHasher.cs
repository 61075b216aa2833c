using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>Hashes what makes a service's container what it is, whatever the order in which it was written.</summary>
internal sealed class ConfigHasher(JsonValue root, ProjectPaths paths, Func<string, string?>? fileDigest)
{
    private const int Digits = 12;

    public string Of(JsonValue service)
    {
        var canonical = new StringBuilder(1024);
        foreach (var entry in Sorted(service))
        {
            // Compose prints a service's `command: null`, which says nothing, in some versions only.
            if (!CountsFor(entry.Name) || entry.IsNull)
            {
                continue;
            }

            WriteText(canonical, entry.Name);
            Write(canonical, entry, entry.Name == "deploy" ? "replicas" : null);
        }

        WriteDefinitions(canonical, service, "configs");
        WriteDefinitions(canonical, service, "secrets");
        WriteMountedFiles(canonical, service);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))[..Digits];
    }

    /// <summary>Neither where the image comes from, nor what compose itself reads without telling the container.</summary>
    private static bool CountsFor(string key) => key is not
        ("image" or "build" or "pull_policy" or "depends_on" or "profiles" or "scale" or "develop");

    private void WriteDefinitions(StringBuilder canonical, JsonValue service, string key)
    {
        var sources = service.Items(key).Select(u => u.TextOf("source") ?? "").Order(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (root.Get(key)?.Get(source) is not { } definition)
            {
                continue;
            }

            WriteText(canonical, $"{key}/{source}");
            Write(canonical, definition);
            if (definition.TextOf("file") is { } file)
            {
                WriteDigest(canonical, file);
            }
        }
    }

    private void WriteMountedFiles(StringBuilder canonical, JsonValue service)
    {
        foreach (var (path, digest) in Mounts(service))
        {
            WriteText(canonical, $"file/{path}");
            WriteText(canonical, digest);
        }
    }

    /// <summary>What is mounted from the application's folder and can't be written to: configuration, where the rest is data.</summary>
    public IEnumerable<KeyValuePair<string, string>> Mounts(JsonValue service) =>
        from volume in service.Items("volumes")
        where volume.TextOf("type") == "bind" && volume.IsTrue("read_only")
        let path = volume.TextOf("source")
        where path is not null && paths.IsBelow(path)
        let digest = fileDigest?.Invoke(path)
        where digest is not null
        select KeyValuePair.Create(paths.Relative(path), digest);

    private void WriteDigest(StringBuilder canonical, string file)
    {
        if (fileDigest?.Invoke(file) is not { } digest)
        {
            return;
        }

        WriteText(canonical, $"file/{paths.Relative(file)}");
        WriteText(canonical, digest);
    }

    private void Write(StringBuilder canonical, JsonValue value, string? except = null)
    {
        switch (value.Kind)
        {
            case JsonTokenType.StartObject:
                canonical.Append('{');
                foreach (var entry in Sorted(value))
                {
                    if (entry.Name == except)
                    {
                        continue;
                    }

                    WriteText(canonical, entry.Name);
                    Write(canonical, entry);
                }

                canonical.Append('}');
                break;
            case JsonTokenType.StartArray:
                canonical.Append('[');
                foreach (var item in value.Children)
                {
                    Write(canonical, item);
                }

                canonical.Append(']');
                break;
            case JsonTokenType.String:
                WriteText(canonical, paths.Relative(value.Text));
                break;
            default:
                canonical.Append(value.RawText).Append(';');
                break;
        }
    }

    /// <summary>With its length in front, no text can be taken for something else.</summary>
    private static void WriteText(StringBuilder canonical, string text) =>
        canonical.Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);

    private static IEnumerable<JsonValue> Sorted(JsonValue map) => map.Children.OrderBy(e => e.Name, StringComparer.Ordinal);
}

using System.Text;
using System.Text.Json;
using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>Reads how a service's image is built: all that compose's build section says.</summary>
internal sealed class BuildReader(JsonValue root, ProjectPaths paths)
{
    /// <summary>Keys that have a place of their own, or that don't change what is built.</summary>
    private static readonly string[] Apart =
    [
        "context", "dockerfile", "dockerfile_inline", "target", "args", "additional_contexts", "tags", "labels", "cache_from", "cache_to", "no_cache",
        "no_cache_filter",
        "pull", "provenance", "sbom",
    ];

    public BuildDefinition? Of(JsonValue service)
    {
        if (service.Get("build") is not { } build)
        {
            return null;
        }

        var secrets = build.Items("secrets").Select(s => root.Get("secrets")?.Get(s.TextOf("source") ?? "")).OfType<JsonValue>().ToList();
        return new(paths.Relative(build.TextOf("context") ?? "."), build.TextOf("dockerfile"), build.TextOf("target"), HiddenValues.Of(build, "args"))
        {
            Inline = build.TextOf("dockerfile_inline"),
            Contexts = HiddenValues.Of(build, "additional_contexts"),
            SecretFiles = [.. secrets.Select(s => s.TextOf("file")).OfType<string>()],
            Rest = Rest(service, build),
        };
    }

    private string Rest(JsonValue service, JsonValue build)
    {
        var text = new StringBuilder(service.TextOf("platform") is { } platform ? $"platform {platform}\n" : "");
        foreach (var entry in build.Children.Where(e => !e.IsNull && !Apart.Contains(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            Write(text.Append(entry.Name).Append(' '), entry);
            text.Append('\n');
        }

        return text.ToString();
    }

    private void Write(StringBuilder text, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                text.Append('[');
                foreach (var child in value.Kind == JsonTokenType.StartObject ? value.Children.OrderBy(c => c.Name, StringComparer.Ordinal)
                    : value.Children.AsEnumerable())
                {
                    Write(text.Append(child.Name).Append('='), child);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(paths.Relative(value.Text));
                break;
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Deployment.Tests.Documentation;

/// <summary>The keys of a mapping as a table of Markdown.</summary>
internal static class KeyTable
{
    public static string Of(string mapping)
    {
        var text = new StringBuilder("| key | value | default | |\n| --- | --- | --- | --- |\n");
        foreach (var (key, value) in Schema.Keys(mapping))
        {
            text.Append($"| `{key}` | {Schema.Type(value!)} | {Default(mapping, key, value!)} | {Escape(Schema.Description(value!))} |\n");
        }

        return text.ToString();
    }

    private static string Default(string mapping, string key, JsonNode value) =>
        Schema.IsRequired(mapping, key) ? "required"
        : value["default"] is { } given ? given is JsonArray { Count: 0 } ? "none" : $"`{(given is JsonValue text ? text.ToString() : Flow(given))}`"
        : string.Empty;

    private static string Flow(JsonNode list) => $"[{string.Join(", ", list.AsArray().Select(t => t!.ToString()))}]";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

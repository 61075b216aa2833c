using System.Text.Json.Nodes;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Documentation;

/// <summary>docs/slipway.schema.json as people read it: the keys of each mapping.</summary>
internal static class Schema
{
    /// <summary>The mappings of slipway.yaml, outermost first.</summary>
    public static IReadOnlyList<string> Mappings { get; } =
        ["slipway.yaml", "proxy", "tls", "certificate", "service", "stage", "database", "migrations"];


    private static readonly JsonObject Root = JsonNode.Parse(RepositoryFile.Read("docs/slipway.schema.json"))!.AsObject();

    public static JsonObject Keys(string mapping) =>
        (mapping == "slipway.yaml" ? Root : Root["definitions"]![mapping]!)["properties"]!.AsObject();

    public static bool IsRequired(string mapping, string key) =>
        (mapping == "slipway.yaml" ? Root : Root["definitions"]![mapping]!)["required"]!.AsArray().Any(r => r!.GetValue<string>() == key);

    /// <summary>The values that a key can take; empty when it takes any of its type.</summary>
    public static IReadOnlyList<string> Choices(JsonNode key) => [.. (key["enum"]?.AsArray() ?? []).Select(e => e!.GetValue<string>())];

    public static string Description(JsonNode key) => (key["description"] ?? Definition(key)["description"])!.GetValue<string>();

    public static string Type(JsonNode key)
    {
        var definition = Definition(key);
        return (key["type"] ?? definition["type"])?.GetValue<string>() switch
        {
            _ when definition == Root["definitions"]!["paths"] => "list of paths",
            _ when definition == Root["definitions"]!["texts"] => "list of texts",
            _ when definition == Root["definitions"]!["ports"] => "list of ports",
            "integer" => $"number, {(key["minimum"] ?? definition["minimum"])} to {(key["maximum"] ?? definition["maximum"])}",
            "boolean" => "true or false",
            "object" => "mapping",
            "array" => "list of mappings",
            _ when definition == Root["definitions"]!["duration"] => "duration",
            _ when definition == Root["definitions"]!["path"] => "path",
            _ when key["enum"] is not null => string.Join(", ", Choices(key).Select(c => $"`{c}`")),
            _ => "text",
        };
    }

    private static JsonNode Definition(JsonNode key) =>
        (key["$ref"] ?? key["allOf"]?[0]!["$ref"])?.GetValue<string>() is { } reference ? Root["definitions"]![reference.Split('/')[^1]]! : key;
}

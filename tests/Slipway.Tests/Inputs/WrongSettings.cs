using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Testing;

namespace Slipway.Tests.Inputs;

/// <summary>Whatever can be wrong with a slipway.yaml: each key of the schema with values that it can't have, and files that are none.</summary>
internal static class WrongSettings
{
    private const string File = "slipway.yaml";

    /// <summary>A slipway.yaml in which all is right, without its last sections.</summary>
    private const string Head = "application: wrong-inputs\ncompose: compose.yaml\n";

    public static IEnumerable<WrongInput> All() => [.. Keys(), .. Sections(), .. WrongFiles.Of(File)];

    // Every key of the schema, each with a value of another kind.
    private static IEnumerable<WrongInput> Keys()
    {
        var schema = JsonNode.Parse(RepositoryFile.Read("docs/slipway.schema.json"))!.AsObject();
        var definitions = schema["definitions"] ?? schema["$defs"]!;
        (string Section, JsonObject Keys, Func<string, string, string> Yaml)[] sections =
        [
            ("root", Properties(schema), (k, v) => $"{(k == "application" ? string.Empty : "application: wrong-inputs\n")}{k}: {v}\n{(k == "services" ? string.Empty : "services: {web: {strategy: rolling}}\n")}"),
            ("proxy", Properties(definitions["proxy"]!), (k, v) => $"{Head}proxy: {{{(k is "kind" or "image" ? string.Empty : "kind: nginx, ")}{k}: {v}}}\nservices: {{web: {{strategy: blue-green, port: 80}}}}\n"),
            ("service", Properties(definitions["service"]!), (k, v) => $"{Head}proxy: {{kind: nginx, image: nginx}}\nservices: {{web: {{{(k == "strategy" ? string.Empty : "strategy: blue-green, ")}{(k == "port" ? string.Empty : "port: 80, ")}{k}: {v}}}}}\n"),
            ("database", Properties(definitions["database"]!), (k, v) => $"{Head}services: {{web: {{strategy: rolling}}}}\ndatabase: {{{(k == "service" ? string.Empty : "service: db, ")}{k}: {v}}}\n"),
            ("migrations", Properties(definitions["migrations"]!), (k, v) => $"{Head}services: {{web: {{strategy: rolling}}}}\ndatabase: {{service: db}}\nmigrations: {{{(k == "service" ? string.Empty : "service: web, ")}{k}: {v}}}\n"),
            ("tls", Properties(definitions["tls"]!), (k, v) => $"{Head}proxy: {{kind: nginx, image: nginx, tls: {{{k}: {v}}}}}\nservices: {{web: {{strategy: blue-green, port: 80}}}}\n"),
        ];
        foreach (var (section, keys, yaml) in sections)
        {
            foreach (var (key, _) in keys)
            {
                foreach (var value in (string[])["{x1: {y1: z1}}", "[[1], {a: b}]"])
                {
                    yield return new WrongInput($"{section}: {key} of another kind, {value}", f => Write(f, yaml(key, value)), File);
                }

                if (IsNumber(keys[key]!))
                {
                    yield return new WrongInput($"{section}: {key} out of range", f => Write(f, yaml(key, "99999999999999999999")), File);
                }

                yield return new WrongInput($"{section}: {key} misspelt", f => Write(f, yaml(key + "x", "1")), File);
            }
        }
    }

    private static IEnumerable<WrongInput> Sections()
    {
        (string What, string Yaml)[] wrong =
        [
            ("a service that compose has not", $"{Head}services: {{wbe: {{strategy: rolling}}}}\n"),
            ("a database that compose has not", $"{Head}services: {{web: {{strategy: rolling}}}}\ndatabase: {{service: bd}}\n"),
            ("migrations of a service that compose has not", $"{Head}services: {{web: {{strategy: rolling}}}}\ndatabase: {{service: db}}\nmigrations: {{service: wbe}}\n"),
            ("migrations without a folder", $"{Head}services: {{web: {{strategy: rolling}}}}\ndatabase: {{service: db}}\nmigrations: {{service: web, folder: gone}}\n"),
            ("a key twice", $"{Head}services: {{web: {{strategy: rolling}}}}\nservices: {{web: {{strategy: rolling}}}}\n"),
            ("a service twice", $"{Head}services:\n  web: {{strategy: rolling}}\n  web: {{strategy: rolling}}\n"),
            ("blue-green without a proxy", $"{Head}services: {{web: {{strategy: blue-green, port: 80}}}}\n"),
            ("a compose file that is not there", "application: wrong-inputs\ncompose: gone.yaml\nservices: {web: {strategy: rolling}}\n"),
            ("a compose file with NUL", "application: wrong-inputs\ncompose: \"a\\0b\"\nservices: {web: {strategy: rolling}}\n"),
            ("a compose file that is a folder", "application: wrong-inputs\ncompose: migrations\nservices: {web: {strategy: rolling}}\n"),
            ("a duration without unit", $"{Head}services: {{web: {{strategy: rolling, ready: 12}}}}\n"),
            ("a duration beyond all bounds", $"{Head}services: {{web: {{strategy: rolling, ready: 99999999999h}}}}\n"),
            ("a negative duration", $"{Head}services: {{web: {{strategy: rolling, ready: -3s}}}}\n"),
            ("a name with spaces", "application: a b\nservices: {}\n"),
            ("a health path with a line break", $"{Head}proxy: {{kind: nginx, image: nginx}}\nservices: {{web: {{strategy: blue-green, port: 80, health: \"/a\\nb\"}}}}\n"),
            ("complex keys", $"{Head}? [a, b]\n: c\n? {{d: e}}\n: f\n"),
            ("an alias to nothing", $"{Head}services: *gone\n"),
            ("an anchor in itself", $"{Head}services: &s {{web: *s}}\n"),
            ("a host that no scheme begins", $"{Head}host: example.org\nservices: {{web: {{strategy: rolling}}}}\n"),
            ("a host without a name", $"{Head}host: \"ssh://\"\nservices: {{web: {{strategy: rolling}}}}\n"),
            ("a certificate that is not there", $"{Head}proxy: {{kind: nginx, image: nginx, tls: {{certificates: [{{certificate: gone.pem, key: gone.key}}]}}}}\nservices: {{web: {{strategy: blue-green, port: 80}}}}\n"),
        ];
        return wrong.Select(w => new WrongInput(w.What, f => Write(f, w.Yaml), w.What.EndsWith("is a folder", StringComparison.Ordinal) ? "migrations" : File));
    }

    private static JsonObject Properties(JsonNode node) => node["properties"]!.AsObject();

    private static bool IsNumber(JsonNode key) => key.ToJsonString(JsonSerializerOptions.Default).Contains("\"maximum\"", StringComparison.Ordinal);

    private static void Write(string folder, string yaml) => System.IO.File.WriteAllText(Path.Combine(folder, File), yaml, Encoding.UTF8);
}

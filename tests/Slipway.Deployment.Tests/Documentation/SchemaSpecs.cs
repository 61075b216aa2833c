using System.Text.Json.Nodes;
using NJsonSchema;
using Slipway.Testing;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Tests.Documentation;

/// <summary>The schema by which editors check slipway.yaml.</summary>
public sealed class SchemaSpecs
{
    [Theory]
    [InlineData("samples/hello-bot/slipway.yaml")]
    [InlineData("tests/Slipway.Deployment.Tests/Applications/hello-bot/slipway.yaml")]
    [InlineData("tests/Slipway.Deployment.Tests/Applications/shop/slipway.yaml")]
    public async Task A_good_file_is_valid(string file) => (await ValidateAsync(RepositoryFile.Read(file))).ShouldBeEmpty();

    [Theory]
    [InlineData("application: a\n", "services")]
    [InlineData("application: A\nservices: {}\n", "application")]
    [InlineData("application: a\nservices: {}\nkeep-warm: maybe\n", "keep-warm")]
    [InlineData("application: a\nservices: {}\nkeep-releases: 101\n", "keep-releases")]
    [InlineData("application: a\nservices: {}\nwatch: 10\n", "watch")]
    [InlineData("application: a\nservices: {}\nwatch-failures: -1\n", "watch-failures")]
    [InlineData("application: a\nservices: {}\nspeed: fast\n", "speed")]
    [InlineData("application: a\nservices: {}\nhost: tcp://1.2.3.4\n", "host")]
    [InlineData("application: a\nservices: {}\nproxy: {kind: nginx}\n", "proxy")]
    [InlineData("application: a\nservices: {}\nproxy: {kind: apache, service: p}\n", "kind")]
    [InlineData("application: a\nservices: {web: {strategy: canary}}\n", "strategy")]
    [InlineData("application: a\nservices: {web: {strategy: handoff, ready: 30}}\n", "ready")]
    [InlineData("application: a\nservices: {web: {strategy: handoff, ready: soon}}\n", "ready")]
    [InlineData("application: a\nservices: {web: {strategy: handoff, health: up}}\n", "health")]
    [InlineData("application: a\nservices: {}\ndatabase: {service: db, port: 0}\n", "port")]
    [InlineData("application: a\nservices: {}\nmigrations: {service: web, tool: flyway}\n", "tool")]
    public async Task A_mistake_is_seen_where_it_is(string yaml, string where)
    {
        var errors = await ValidateAsync(yaml);

        errors.ShouldNotBeEmpty();
        errors.ShouldContain(e => e.Contains(where, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_names_the_schema_for_its_editor() =>
        Path.GetFullPath(Path.Combine(RepositoryFile.PathOf("samples/hello-bot"), RepositoryFile.Read("samples/hello-bot/slipway.yaml").Split('\n')[0].Split("$schema=")[1]))
            .ShouldBe(RepositoryFile.PathOf("docs/slipway.schema.json"));

    private static async Task<IReadOnlyList<string>> ValidateAsync(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(RepositoryFile.Read("docs/slipway.schema.json"), TestContext.Current.CancellationToken);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. schema.Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()).Select(e => e.ToString())];
    }

    // Plain scalars have the types that YAML 1.2 gives them.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain when plain.Value is "true" or "false" => JsonValue.Create(plain.Value == "true"),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain when long.TryParse(plain.Value, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}

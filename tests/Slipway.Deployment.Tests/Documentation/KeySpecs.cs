using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Documentation;

/// <summary>The schema, the reference and the reader of slipway.yaml know the same keys.</summary>
public sealed partial class KeySpecs
{
    private const string Nonsense = "qqqqqqqqqqqqqqqqqqqqqqqq";

    [Fact]
    public void The_schema_has_the_keys_that_the_reader_knows()
    {
        var told = Problems($$"""
            {{Nonsense}}: x
            proxy: { {{Nonsense}}: x, tls: { {{Nonsense}}: x, certificates: [ { {{Nonsense}}: x } ] } }
            services: { a: { {{Nonsense}}: x, canary: [{ {{Nonsense}}: x }] } }
            database: { {{Nonsense}}: x }
            migrations: { {{Nonsense}}: x }
            """);

        var known = UnknownKey().Matches(told).ToDictionary(m => m.Groups["where"].Value.Split(' ')[0], m => m.Groups["known"].Value.Split(", "), StringComparer.Ordinal);
        known.Keys.Order(StringComparer.Ordinal).ShouldBe(Schema.Mappings.Order(StringComparer.Ordinal));
        foreach (var mapping in Schema.Mappings)
        {
            Schema.Keys(mapping).Select(k => k.Key).ShouldBe(known[mapping], ignoreOrder: true, mapping);
        }
    }

    [Fact]
    public void The_schema_has_the_choices_that_the_reader_knows()
    {
        foreach (var (mapping, key, value) in AllKeys().Where(k => Schema.Choices(k.Value).Count > 0))
        {
            var told = Problems(Yaml(mapping, key, Nonsense));

            KnownChoices().Match(told).Groups["known"].Value.Split(", ").ShouldBe(Schema.Choices(value), $"{key} in {mapping}");
        }
    }

    [Fact]
    public void What_the_schema_requires_the_reader_requires()
    {
        foreach (var (mapping, key, _) in AllKeys().Where(k => k.Key != "port"))
        {
            var told = Problems(Empty(mapping));

            told.Contains($"lacks \"{key}\"", StringComparison.Ordinal).ShouldBe(Schema.IsRequired(mapping, key), $"{key} in {mapping}");
        }
    }

    [Fact]
    public void A_default_of_the_schema_is_what_the_reader_takes()
    {
        foreach (var (mapping, key, value) in AllKeys().Where(k => k.Value["default"] is not null))
        {
            Read(Yaml(mapping, key, value["default"]!.ToJsonString())).ShouldBe(Read(Empty(mapping)), $"{key} in {mapping}");
        }
    }

    [Fact]
    public void A_limit_of_the_schema_is_one_of_the_reader()
    {
        foreach (var (mapping, key, value) in AllKeys().Where(k => Schema.Type(k.Value).StartsWith("number", StringComparison.Ordinal)))
        {
            var limits = NumberType().Match(Schema.Type(value));
            var (least, most) = (Number(limits, "least"), Number(limits, "most"));

            new[] { least - 1, least, most, most + 1 }.Select(n => Mentions(mapping, key, n)).ShouldBe([true, false, false, true], $"{key} in {mapping}");
        }

        static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

        static bool Mentions(string mapping, string key, int number) =>
            Problems(Yaml(mapping, key, number.ToString(CultureInfo.InvariantCulture))).Contains($"\"{key}\" in", StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_says_what_the_schema_says()
    {
        const string Page = "docs/slipway-yaml.md";
        var text = RepositoryFile.Read(Page);

        var wanted = Table().Replace(text, m => $"{m.Groups["begin"].Value}{KeyTable.Of(m.Groups["mapping"].Value)}<!-- end -->");

        Table().Matches(text).Select(m => m.Groups["mapping"].Value).ShouldBe(Schema.Mappings);
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(RepositoryFile.PathOf(Page), wanted);
            return;
        }

        text.ShouldBe(wanted, "run the tests with SLIPWAY_GOLDEN=write and read what has changed");
    }

    private static IEnumerable<(string Mapping, string Key, JsonNode Value)> AllKeys() =>
        from mapping in Schema.Mappings
        from key in Schema.Keys(mapping)
        where Schema.Type(key.Value!) != "mapping"
        select (mapping, key.Key, key.Value!);

    private static string Empty(string mapping) => mapping switch
    {
        "slipway.yaml" => "{}",
        "service" => "services: { a: {} }",
        "stage" => "services: { a: { canary: [{}] } }",
        "tls" => "proxy: { tls: {} }",
        "certificate" => "proxy: { tls: { certificates: [ {} ] } }",
        _ => $"{mapping}: {{}}",
    };

    private static string Yaml(string mapping, string key, string value) => mapping switch
    {
        "slipway.yaml" => $"{{ {key}: {value} }}",
        "service" => $"services: {{ a: {{ {key}: {value} }} }}",
        "stage" => $"services: {{ a: {{ canary: [{{ {key}: {value} }}] }} }}",
        "tls" => $"proxy: {{ tls: {{ {key}: {value} }} }}",
        "certificate" => $"proxy: {{ tls: {{ certificates: [ {{ {key}: {value} }} ] }} }}",
        _ => $"{mapping}: {{ {key}: {value} }}",
    };

    private static string Problems(string yaml)
    {
        var problems = new List<ConfigurationProblem>();
        Parse(yaml, problems);
        return string.Join('\n', problems);
    }

    /// <summary>What came of reading, without the places.</summary>
    private static string Read(string yaml)
    {
        var settings = Parse(yaml, []);
        return Shown(settings with { Folder = string.Empty, File = string.Empty, Services = new Dictionary<string, ServiceSettings>() })
            + string.Concat(settings.Services.Values.Select(Shown)) + Shown(settings.Proxy) + Shown(settings.Proxy?.Tls) + Shown(settings.Database) + Shown(settings.Migrations);
    }

    private static string Shown(object? record) => record is null ? "null\n" : string.Concat(record.GetType().GetProperties()
        .Where(p => p.PropertyType == typeof(string) || p.PropertyType.IsValueType || p.PropertyType == typeof(IStrategy) || p.PropertyType == typeof(IReadOnlyList<string>))
        .Select(p => $"{p.Name}={(p.GetValue(record) is IReadOnlyList<string> list ? string.Join(' ', list) : p.GetValue(record))}\n"));

    private static ApplicationSettings Parse(string yaml, List<ConfigurationProblem> problems)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", yaml);
        return SettingsReader.Read(folder.Path, StrategyList.All, problems);
    }

    [GeneratedRegex("unknown key \"q+\" in (?<where>[^(]+) \\(known: (?<known>[^)]+)\\)")]
    private static partial Regex UnknownKey();

    [GeneratedRegex("can't be \"q+\" \\(known: (?<known>[^)]+)\\)")]
    private static partial Regex KnownChoices();

    [GeneratedRegex("number, (?<least>\\d+) to (?<most>\\d+)")]
    private static partial Regex NumberType();

    [GeneratedRegex("(?<begin><!-- keys of (?<mapping>[\\w.]+), from slipway.schema.json -->\n)(?:[^<]|<(?!!--))*<!-- end -->")]
    private static partial Regex Table();
}

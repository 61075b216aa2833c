using System.Collections.Immutable;
using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Dockerfiles.Linting;

/// <summary>Reads hadolint's configuration file.</summary>
public static class HadolintFile
{
    /// <summary>Where hadolint looks for the file within a folder, in this order.</summary>
    public static IReadOnlyList<string> Names { get; } = [".hadolint.yaml", ".hadolint.yml"];

    /// <summary>Reads the file.</summary>
    /// <param name="problem">Why it can't be read, with line and column; null when it can.</param>
    /// <returns>The settings; the default ones when it can't be read. Keys that concern hadolint's own output are passed over.</returns>
    public static LintSettings Read(string text, out string? problem)
    {
        problem = null;
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(new ShallowParser(new Parser(reader)));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? Settings(root) : new();
        }
        catch (InvalidOperationException)
        {
            // That is what the YAML parser throws when a list isn't closed.
            problem = "1:1: no YAML";
            return new();
        }
        catch (YamlException e)
        {
            problem = $"{e.Start.Line}:{e.Start.Column}: {e.Message}";
            return new();
        }
    }

    private static LintSettings Settings(YamlMappingNode root) => new()
    {
        Ignored = [.. Texts(root, "ignored")],
        Severities = Overrides(root),
        TrustedRegistries = [.. Texts(root, "trustedRegistries")],
        Labels = Node(root, "label-schema") is YamlMappingNode labels
            ? labels.Children.ToImmutableSortedDictionary(c => Text(c.Key), c => Text(c.Value).ToLowerInvariant(), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty,
        StrictLabels = IsTrue(root, "strict-labels"),
        IgnoresPragmas = IsTrue(root, "disable-ignore-pragma"),
        Threshold = IsTrue(root, "no-fail") ? Severity.Off : Node(root, "failure-threshold") is { } threshold ? SeverityName.Parse(Text(threshold)) : null,
    };

    private static ImmutableDictionary<string, Severity> Overrides(YamlMappingNode root)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        if (Node(root, "override") is not YamlMappingNode overrides)
        {
            return severities.ToImmutable();
        }

        foreach (var (level, _) in overrides.Children)
        {
            if (SeverityName.Parse(Text(level)) is not { } severity)
            {
                continue;
            }

            foreach (var code in Texts(overrides, Text(level)))
            {
                severities[code] = severity;
            }
        }

        return severities.ToImmutable();
    }

    private static YamlNode? Node(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static IEnumerable<string> Texts(YamlMappingNode map, string key) => Node(map, key) switch
    {
        YamlSequenceNode list => list.Children.Select(Text),
        YamlScalarNode { Value.Length: > 0 } one => [one.Value],
        _ => [],
    };

    private static bool IsTrue(YamlMappingNode map, string key) => Node(map, key) is { } node && Text(node).Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? string.Empty;
}

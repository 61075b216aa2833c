using Slipway.Dockerfiles.Substitution;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Linting;

/// <summary>Reads the build sections of compose files, without compose and without an engine.</summary>
internal static class ComposeBuilds
{
    /// <summary>The builds of a file.</summary>
    /// <param name="file">The compose file, absolute.</param>
    /// <param name="problems">Receives why it can't be read.</param>
    /// <returns>What is built in local folders; the Dockerfiles may be missing.</returns>
    public static IEnumerable<DockerfilePlace> Read(string file, List<string> problems)
    {
        if (Root(file, problems) is not { } root || Get(root, "services") is not YamlMappingNode services)
        {
            return [];
        }

        var folder = Path.GetDirectoryName(file)!;
        return services.Children.Values.OfType<YamlMappingNode>().Select(s => Get(s, "build")).OfType<YamlNode>().Select(b => Build(folder, b)).OfType<DockerfilePlace>();
    }

    /// <summary>The compose files that a slipway.yaml names.</summary>
    /// <param name="file">The slipway.yaml.</param>
    /// <param name="problems">Receives why it can't be read.</param>
    /// <returns>Their paths as written.</returns>
    public static IEnumerable<string> Named(string file, List<string> problems) => Root(file, problems) is { } root ? Texts(Get(root, "compose")) : [];

    private static DockerfilePlace? Build(string folder, YamlNode build)
    {
        var map = build as YamlMappingNode;
        var context = Text(map is null ? build : Get(map, "context")) ?? ".";
        if ((map is not null && Get(map, "dockerfile_inline") is not null) || context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(folder, context));
        var dockerfile = Path.GetFullPath(Path.Combine(full, Text(map is null ? null : Get(map, "dockerfile")) ?? "Dockerfile"));
        var arguments = Arguments(map is null ? null : Get(map, "args")).ToList();
        return new DockerfilePlace(dockerfile, Path.TrimEndingDirectorySeparator(full), Values(arguments))
        {
            Given = arguments.Where(a => a.Written is null || a.Written.Contains('$', StringComparison.Ordinal)).Select(a => a.Name).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<(string Name, string? Written)> Arguments(YamlNode? node) => node switch
    {
        YamlMappingNode map => map.Children.Select(c => (Written(c.Key), Written(c.Value))).Where(a => a.Item1 is not null).Select(a => (a.Item1!, a.Item2)),
        YamlSequenceNode list => list.Children.Select(Written).OfType<string>().Select(t => t.Split('=', 2)).Select(p => (p[0], p.Length == 2 ? p[1] : null)),
        _ => [],
    };

    // Without a value it is that of the environment, and without one there it isn't given.
    private static Dictionary<string, string> Values(IEnumerable<(string Name, string? Written)> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, written) in arguments)
        {
            if ((written is null ? Environment.GetEnvironmentVariable(name) : Expanded(written)) is { } value)
            {
                values[name] = value;
            }
        }

        return values;
    }

    private static YamlMappingNode? Root(string file, List<string> problems)
    {
        try
        {
            var yaml = new YamlStream();
            using var text = new StringReader(File.ReadAllText(file));
            yaml.Load(text);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : null;
        }
        catch (YamlException e)
        {
            problems.Add($"{file}:{e.Start.Line}:{e.Start.Column}: this is no YAML, so what it builds isn't looked at");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // That is what the parser throws when a list isn't closed.
            problems.Add($"{file}:1:1: this is no YAML, so what it builds isn't looked at");
        }

        return null;
    }

    private static YamlNode? Get(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node
        : map.Children.TryGetValue(new YamlScalarNode("<<"), out var merged) && merged is YamlMappingNode other ? Get(other, key)
        : null;

    private static IEnumerable<string> Texts(YamlNode? node) => node is YamlSequenceNode list ? list.Children.Select(Text).OfType<string>() : Text(node) is { } one ? [one] : [];

    private static string? Written(YamlNode? node) => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    private static string? Text(YamlNode? node) => Written(node) is { } text ? Expanded(text) : null;

    private static string Expanded(string text) =>
        text.Contains('$', StringComparison.Ordinal) && Expander.Expand(text, Environment.GetEnvironmentVariable, new() { KeepsQuotes = true }) is { Error: null } expansion ? expansion.Text : text;
}

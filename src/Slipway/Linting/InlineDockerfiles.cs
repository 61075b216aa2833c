using Slipway.Commands;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Linting;

/// <summary>The Dockerfiles that compose files hold under <c>dockerfile_inline</c>.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="commands">The seam to shellcheck.</param>
/// <param name="history">What git knows.</param>
/// <param name="settings">How severe what is.</param>
internal sealed class InlineDockerfiles(LintOptions options, ICommandRunner commands, GitHistory history, LintSettings settings)
{
    private const string Key = "dockerfile_inline";

    /// <summary>Finds them. Files that can't be read are left out: whoever looks for the other builds tells of them.</summary>
    /// <param name="named">The application's compose files, absolute, wherever they are.</param>
    /// <returns>One for each service that has one, in the order of their files.</returns>
    public IReadOnlyList<ILintedFile> Find(IEnumerable<string> named)
    {
        var found = Directory.EnumerateFiles(options.Folder, "*compose*.y*ml").Select(Path.GetFullPath).Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(Read).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var contexts = new ContextReader(options.Start, history);
        var checks = options.ShellCheck ? Task.Run(() => new ShellCheckProgram(commands, settings).CheckAsync([.. found.Select(f => f.Text.Dockerfile)])) : null;
        return [.. found.Select(f => new LintedInlineDockerfile(f.Text, settings, () => contexts.Read(f.Place, isAlone: true), () => checks is null ? [] : [.. checks.GetAwaiter().GetResult()[f.Text.Dockerfile]]))];
    }

    private IEnumerable<(InlineText Text, DockerfilePlace Place)> Read(string file)
    {
        if (Load(file) is not var (source, root) || Get(root, "services") is not YamlMappingNode services)
        {
            yield break;
        }

        foreach (var build in services.Children.Values.OfType<YamlMappingNode>().Select(s => Get(s, "build")).OfType<YamlMappingNode>())
        {
            if (Get(build, Key) is YamlScalarNode { Value.Length: > 0 } inline)
            {
                var context = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, (Get(build, "context") as YamlScalarNode)?.Value ?? "."));
                yield return (InlineText.Of(source, inline), new DockerfilePlace(Path.Combine(context, Key), Path.TrimEndingDirectorySeparator(context), new Dictionary<string, string>()));
            }
        }
    }

    private (SourceText Source, YamlMappingNode Root)? Load(string file)
    {
        try
        {
            var text = File.ReadAllBytes(file);
            var source = SourceText.From(ShownPath.Of(file, options.Start), text);
            if (!source.Text.Contains(Key, StringComparison.Ordinal))
            {
                return null;
            }

            var yaml = new YamlStream();
            using var reader = new StringReader(source.Text);
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..] ? (source, root) : null;
        }
        catch (Exception e) when (e is YamlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    private static YamlNode? Get(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node
        : map.Children.TryGetValue(new YamlScalarNode("<<"), out var merged) && merged is YamlMappingNode other ? Get(other, key)
        : null;
}

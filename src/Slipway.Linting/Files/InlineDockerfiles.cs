using Slipway.Compose.Files;
using Slipway.Dockerfiles.Contexts;
using Slipway.Engine.Commands;
using Slipway.Linting.History;
using Slipway.Linting.Options;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Linting.Files;

/// <summary>The Dockerfiles that compose files hold under <c>dockerfile_inline</c>.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="commands">The seam to shellcheck.</param>
/// <param name="history">What git knows.</param>
/// <param name="settings">How severe what is.</param>
internal sealed class InlineDockerfiles(LintOptions options, ICommandRunner commands, GitHistory history, LintSettings settings)
{
    private const string Key = "dockerfile_inline";

    /// <summary>Finds them. Files that can't be read are left out: they have a finding of their own.</summary>
    /// <param name="files">The compose files.</param>
    /// <returns>One for each service that has one, in the order of their files.</returns>
    public IReadOnlyList<ILintedFile> Find(IEnumerable<ComposeFile> files)
    {
        var found = files.Where(f => f.Source.Text.Contains(Key, StringComparison.Ordinal) && f.IsReadable).SelectMany(Read).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var contexts = new ContextReader(options.Start, history);
        var checks = options.ShellCheck ? Task.Run(() => new ShellCheckProgram(commands, settings).CheckAsync([.. found.Select(f => f.Text.Dockerfile)])) : null;
        return [.. found.Select(f => new LintedInlineDockerfile(f.Text, settings, () => contexts.Read(f.Place, isAlone: true), () => checks is null ? [] : [.. checks.GetAwaiter().GetResult()[f.Text.Dockerfile]]))];
    }

    private static IEnumerable<(InlineText Text, DockerfilePlace Place)> Read(ComposeFile file)
    {
        if (Root(file) is not { } root || Get(root, "services") is not YamlMappingNode services)
        {
            yield break;
        }

        foreach (var build in services.Children.Values.OfType<YamlMappingNode>().Select(s => Get(s, "build")).OfType<YamlMappingNode>())
        {
            if (Get(build, Key) is YamlScalarNode { Value.Length: > 0 } inline)
            {
                var context = Path.GetFullPath(Path.Combine(file.Folder, (Get(build, "context") as YamlScalarNode)?.Value ?? "."));
                yield return (InlineText.Of(file.Source, inline), new DockerfilePlace(Path.Combine(context, Key), Path.TrimEndingDirectorySeparator(context), new Dictionary<string, string>()));
            }
        }
    }

    private static YamlMappingNode? Root(ComposeFile file)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(file.Source.Text);
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return null;
        }
    }

    private static YamlNode? Get(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node
        : map.Children.TryGetValue(new YamlScalarNode("<<"), out var merged) && merged is YamlMappingNode other ? Get(other, key)
        : null;
}

using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Compose.Files;

/// <summary>Walks through compose files and what they include, and notes where each service is defined.</summary>
internal sealed class SourceFinder(Func<string, string?> readIncluded)
{
    /// <summary>A chain of includes longer than this is a circle.</summary>
    private const int DeepestInclude = 32;

    private readonly Dictionary<string, List<string>> _definitions = new(StringComparer.Ordinal);
    private string _current = "";

    public ComposeSourcesReading Find(ImmutableArray<ComposeFileText> files)
    {
        try
        {
            foreach (var file in files) Visit(file, 0);
        }
        catch (YamlException exception)
        {
            return new(null, new(
                $"{_current}:{exception.Start.Line}:{exception.Start.Column}", $"this is no valid YAML: {exception.Message}"));
        }
        catch (InvalidOperationException exception)
        {
            return new(null, new(_current, exception.Message));
        }

        var definitions = _definitions.ToImmutableDictionary(
            entry => entry.Key, entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal);
        return new(new([.. files.Select(file => file.Path)], definitions), null);
    }

    private void Visit(ComposeFileText file, int depth)
    {
        if (depth > DeepestInclude) throw new InvalidOperationException("its includes lead back to itself");

        _current = file.Path;
        var stream = new YamlStream();
        using (var reader = new StringReader(file.Text)) stream.Load(reader);
        foreach (var document in stream.Documents)
        {
            if (document.RootNode is not YamlMappingNode root) continue;

            foreach (var path in Included(root)) Include(file.Path, path, depth);
            NoteServices(file.Path, Child(root, "services"));
        }
    }

    private void Include(string from, string path, int depth)
    {
        var resolved = Join(from, path);
        if (readIncluded(resolved) is { } text) Visit(new(resolved, text), depth + 1);
    }

    private void NoteServices(string path, YamlNode? services)
    {
        if (services is not YamlMappingNode map) return;

        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name }) continue;
            if (name == "<<")
            {
                NoteServices(path, value);
                continue;
            }

            if (!_definitions.TryGetValue(name, out var files)) _definitions[name] = files = [];
            if (!files.Contains(path)) files.Add(path);
        }
    }

    /// <summary>
    /// The paths of a file's includes. One with a project directory or variables of its own is left out: a service
    /// extended from there would mean something else.
    /// </summary>
    private static IEnumerable<string> Included(YamlMappingNode root)
    {
        if (Child(root, "include") is not YamlSequenceNode includes) yield break;

        foreach (var include in includes)
        {
            var path = include is YamlMappingNode map
                ? Child(map, "project_directory") is null && Child(map, "env_file") is null ? Child(map, "path") : null
                : include;
            foreach (var one in path is YamlSequenceNode several ? several.Children : [path!])
            {
                if (one is YamlScalarNode { Value: { } text }) yield return text;
            }
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string Join(string from, string path)
    {
        var parts = new List<string>();
        foreach (var part in from.Split('/').SkipLast(1).Concat(path.Split('/')))
        {
            if (part == ".." && parts is [.., not ".."]) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "")) parts.Add(part);
        }

        return path.StartsWith('/') ? path : string.Join('/', parts);
    }
}

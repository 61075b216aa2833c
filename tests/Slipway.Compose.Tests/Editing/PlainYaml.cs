using YamlDotNet.RepresentationModel;

namespace Slipway.Compose.Tests.Editing;

/// <summary>What YamlDotNet's own object model reads, merge keys resolved: the judge of every edit.</summary>
internal static class PlainYaml
{
    /// <summary>The documents as maps, lists and texts that can be compared.</summary>
    public static object? Read(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text.TrimStart('\ufeff'));
        stream.Load(reader);
        return stream.Documents.Count == 0 ? null : Resolve(stream.Documents[^1].RootNode);
    }

    /// <summary>One text for each meaning.</summary>
    public static string Show(object? value) => value switch
    {
        SortedDictionary<string, object?> map => $"{{{string.Join(",", map.Select(entry => $"{entry.Key}={Show(entry.Value)}"))}}}",
        List<object?> list => $"[{string.Join(",", list.Select(Show))}]",
        null => "null",
        _ => $"<{value}>",
    };

    public static object? At(object? value, IEnumerable<string> path) =>
        path.Aggregate(value, (current, key) => current is SortedDictionary<string, object?> map ? map.GetValueOrDefault(key) : null);

    /// <summary>The same value with an entry set, or removed when the new value is null.</summary>
    public static object? With(object? value, IReadOnlyList<string> path, string? text)
    {
        var map = value is SortedDictionary<string, object?> known ? new SortedDictionary<string, object?>(known, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        if (path.Count > 1)
        {
            map[path[0]] = With(map.GetValueOrDefault(path[0]), [.. path.Skip(1)], text);
        }
        else if (text is null)
        {
            map.Remove(path[0]);
        }
        else
        {
            map[path[0]] = text;
        }

        return map;
    }

    private static object? Resolve(YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                var isNull = scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";
                return isNull && scalar.Tag.IsEmpty ? null : $"{(scalar.Tag.IsEmpty ? "" : scalar.Tag.Value + " ")}{scalar.Value}";
            case YamlSequenceNode list:
                return list.Children.Select(Resolve).ToList();
        }

        var map = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        var children = ((YamlMappingNode)node).Children;
        foreach (var (key, value) in children)
        {
            if (((YamlScalarNode)key).Value is { } name and not "<<")
            {
                map[name] = Resolve(value);
            }
        }

        foreach (var (_, value) in children.Where(child => ((YamlScalarNode)child.Key).Value == "<<"))
        {
            foreach (var source in value is YamlSequenceNode several ? several.Children : [value])
            {
                foreach (var (name, merged) in (SortedDictionary<string, object?>)Resolve(source)!)
                {
                    map.TryAdd(name, merged);
                }
            }
        }

        return map;
    }
}

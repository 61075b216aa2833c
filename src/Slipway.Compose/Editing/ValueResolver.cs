using System.Collections.Immutable;

namespace Slipway.Compose.Editing;

/// <summary>
/// Resolves aliases and merge keys. Each place of the file is resolved once, so that a small file whose aliases stand for
/// billions of values costs no more than another one.
/// </summary>
internal sealed class ValueResolver
{
    /// <summary>Many times what the largest compose file merges.</summary>
    private const int MostEntries = 500_000;

    private readonly Dictionary<SourceNode, ComposeValue> _resolved = new(ReferenceEqualityComparer.Instance);
    private int _entries;

    /// <exception cref="SourceProblemException">A merge key merges what is no map, or too much.</exception>
    public ComposeValue Resolve(SourceNode node)
    {
        if (node is SourceAlias alias)
        {
            return Resolve(alias.Target);
        }

        if (_resolved.TryGetValue(node, out var known))
        {
            return known;
        }

        return _resolved[node] = node switch
        {
            SourceMap map => ComposeValue.Map(map, Entries(map)),
            SourceList list => ComposeValue.List(list, [.. list.Items.Select(Resolve)]),
            _ => ComposeValue.Scalar((SourceScalar)node),
        };
    }

    private ImmutableArray<ComposeEntry> Entries(SourceMap map)
    {
        var entries = new OrderedDictionary<string, ComposeEntry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.Where(e => !e.IsMerge))
        {
            entries.Add(entry.Key.Value, new(entry.Key.Value, Resolve(entry.Value), entry, IsMerged: false));
        }

        foreach (var merge in map.Entries.Where(e => e.IsMerge))
        {
            foreach (var merged in Merged(merge).SelectMany(v => v.Entries))
            {
                entries.TryAdd(merged.Key, merged with { IsMerged = true });
            }
        }

        _entries += entries.Count;
        if (_entries > MostEntries)
        {
            throw new SourceProblemException(map.Span.Start, "the merge keys of this file add up to too many entries");
        }

        return [.. entries.Values];
    }

    private IEnumerable<ComposeValue> Merged(SourceEntry merge)
    {
        var value = Resolve(merge.Value);
        var maps = value.IsList ? value.Items : [value];
        return maps.All(o => o.IsMap)
            ? maps
            : throw new SourceProblemException(merge.Value.Span.Start, "only a map can be merged");
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Compose.Editing;

/// <summary>A value as compose gets it, with aliases and merge keys resolved. It knows where it was written.</summary>
internal sealed class ComposeValue
{
    private readonly Dictionary<string, ComposeEntry> _entries;

    private ComposeValue(SourceNode source, ImmutableArray<ComposeEntry> entries, ImmutableArray<ComposeValue> items, string digest)
    {
        (Source, Entries, Items, Digest) = (source, entries, items, digest);
        _entries = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    /// <summary>Where it was written, never an alias.</summary>
    public SourceNode Source { get; }

    /// <summary>Of a map, its entries: its own in the order of the file, then those that it merges.</summary>
    public ImmutableArray<ComposeEntry> Entries { get; }

    /// <summary>Of a list, its items.</summary>
    public ImmutableArray<ComposeValue> Items { get; }

    /// <summary>The same for two values that mean the same.</summary>
    public string Digest { get; }

    public bool IsMap => Source is SourceMap;

    public bool IsList => Source is SourceList;

    public bool IsNull => Source is SourceScalar { IsNull: true };

    /// <summary>The text of a scalar as written, variables not filled in; null of anything else.</summary>
    public string? Text => Source is SourceScalar { IsNull: false } scalar ? scalar.Value : null;

    public static ComposeValue Scalar(SourceScalar source) =>
        new(source, [], [], Hash($"{(source.IsNull ? "null" : source.IsQuoted ? "text" : "plain")}\n{source.Tag}\n{(source.IsNull ? "" : source.Value)}"));

    public static ComposeValue Map(SourceMap source, ImmutableArray<ComposeEntry> entries) =>
        new(source, entries, [], Hash($"map\n{source.Tag}\n{string.Join('\n', entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(Line))}"));

    private static string Line(ComposeEntry entry) => $"{entry.Key.Length} {entry.Key} {entry.Value.Digest}";

    public static ComposeValue List(SourceList source, ImmutableArray<ComposeValue> items) =>
        new(source, [], items, Hash($"list\n{source.Tag}\n{string.Join('\n', items.Select(i => i.Digest))}"));

    /// <summary>Finds an entry of a map.</summary>
    public ComposeEntry? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>Finds a value of a map.</summary>
    public ComposeValue? Get(string key) => Find(key)?.Value;

    /// <summary>Follows keys, and numbers of items from 0.</summary>
    public ComposeValue? At(IEnumerable<string> path)
    {
        var value = this;
        foreach (var step in path)
        {
            value = value.IsList
                ? int.TryParse(step, out var index) && index >= 0 && index < value.Items.Length ? value.Items[index] : null
                : value.Get(step);
            if (value is null)
            {
                return null;
            }
        }

        return value;
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

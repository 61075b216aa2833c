using Slipway.Compose.Editing;
using Slipway.Compose.Text;

namespace Slipway.Compose.Projects;

/// <summary>A service as all files together define it.</summary>
internal sealed class ProjectService(string name, ComposeProject project)
{
    /// <summary>A chain of extends longer than this is a circle.</summary>
    private const int LongestChain = 32;

    private readonly List<PlacedValue> _layers = [];

    public string Name => name;

    /// <summary>Where it is defined first.</summary>
    public PlacedValue Definition => _layers[0];

    /// <summary>What the files say about it themselves, the bottom one first.</summary>
    public IReadOnlyList<PlacedValue> Own => _layers;

    public void Add(PlacedValue layer) => _layers.Add(layer);

    /// <summary>The values that a key has, that of the topmost file first; what a file resets or overrides is left out.</summary>
    public IEnumerable<PlacedValue> All(params ReadOnlySpan<string> path)
    {
        var found = new List<PlacedValue>();
        foreach (var layer in Layers())
        {
            // What lies above a key may be taken back or replaced as well, and with it all that files below say of the key.
            var (value, tag) = Follow(layer, path);
            if (tag == "!reset")
            {
                break;
            }

            if (value is not null)
            {
                found.Add(value);
            }

            if (tag == "!override")
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The value that wins, or null.</summary>
    public PlacedValue? Get(params ReadOnlySpan<string> path) => All(path).FirstOrDefault();

    /// <summary>A text with its variables filled in; null when there is none or nobody knows it.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Get(path)?.Value.Text is { } text ? ComposeVariables.Expand(text, project.Variable) : null;

    /// <summary>The texts of a list, variables filled in where they are known; of a map, <c>key=value</c>.</summary>
    public IEnumerable<(PlacedValue Holder, ComposeValue Item, string Text)> Items(params ReadOnlySpan<string> path) => Items(All(path));

    private IEnumerable<(PlacedValue Holder, ComposeValue Item, string Text)> Items(IEnumerable<PlacedValue> holders)
    {
        foreach (var holder in holders)
        {
            foreach (var item in holder.Value.Items)
            {
                if (item.Text is { } text)
                {
                    yield return (holder, item, ComposeVariables.Expand(text, project.Variable) ?? text);
                }
            }

            foreach (var entry in holder.Value.Entries)
            {
                yield return (
                    holder, entry.Value, $"{entry.Key}={(entry.Value.Text is { } text ? ComposeVariables.Expand(text, project.Variable) ?? text : "")}");
            }
        }
    }

    /// <summary>The entries of a map from all files, the topmost first.</summary>
    public IEnumerable<(PlacedValue Holder, ComposeEntry Entry)> Entries(params ReadOnlySpan<string> path) =>
        All(path).SelectMany(h => h.Value.Entries.Select(e => (Holder: h, Entry: e))).DistinctBy(p => p.Entry.Key)
            .Where(p => p.Entry.Value.Source.Tag != "!reset");

    /// <summary>What is said about it, the topmost first, what it extends last.</summary>
    public IEnumerable<PlacedValue> Layers() => LayersOf(_layers, 0);

    private IEnumerable<PlacedValue> LayersOf(IReadOnlyList<PlacedValue> layers, int depth)
    {
        if (depth > LongestChain)
        {
            yield break;
        }

        foreach (var layer in layers.Reverse())
        {
            yield return layer;
        }

        foreach (var layer in layers)
        {
            foreach (var extended in LayersOf([.. project.Extended(layer)], depth + 1))
            {
                yield return extended;
            }
        }
    }

    private static (PlacedValue? Value, string? Tag) Follow(PlacedValue layer, ReadOnlySpan<string> path)
    {
        var entry = layer.Entry;
        string? tag = null;
        foreach (var key in path)
        {
            if (entry.Value.Find(key) is not { } next)
            {
                return (null, tag);
            }

            entry = next;
            tag = entry.Value.Source.Tag is "!reset" or "!override" ? entry.Value.Source.Tag : tag;
            if (tag == "!reset")
            {
                return (null, tag);
            }
        }

        return (new(layer.File, layer.Service, entry), tag);
    }
}

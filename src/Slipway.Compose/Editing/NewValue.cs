using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Slipway.Compose.Text;

namespace Slipway.Compose.Editing;

/// <summary>A value to be written, in the style of the place that it is written to.</summary>
internal sealed class NewValue
{
    /// <summary>A plain text with one of these means something else in a flow collection.</summary>
    private static readonly SearchValues<char> FlowCharacters = SearchValues.Create(",[]{}:");

    private readonly string _block = "";
    private readonly string _flow = "";
    private readonly string _json = "";

    private NewValue(string block, string flow, string json) => (_block, _flow, _json) = (block, flow, json);

    private NewValue(ImmutableArray<NewEntry> entries) => (Entries, IsMap) = (entries, true);

    private NewValue(ImmutableArray<NewValue> items) => (Items, IsList) = (items, true);

    public bool IsMap { get; }

    /// <summary>Whether it is a list with an item for each line.</summary>
    public bool IsList { get; }

    public ImmutableArray<NewEntry> Entries { get; } = [];

    public ImmutableArray<NewValue> Items { get; } = [];

    /// <summary>A text, its dollar signs doubled against interpolation.</summary>
    public static NewValue Text(string text)
    {
        var block = YamlScalar.Of(text);
        return new(
            block, block.Contains(':', StringComparison.Ordinal) ? YamlScalar.Quoted(YamlScalar.Escaped(text)) : block,
            YamlScalar.Quoted(YamlScalar.Escaped(text)));
    }

    /// <summary>A text that no YAML version takes for anything else, such as <c>500ms</c>.</summary>
    public static NewValue Word(string word) => new(word, word, YamlScalar.Quoted(word));

    /// <summary>A number or a Boolean.</summary>
    public static NewValue Plain(string yaml) => new(yaml, yaml, yaml);

    /// <summary>Words in one line, each in double quotes, their dollar signs doubled.</summary>
    public static NewValue Words(IEnumerable<string> words) =>
        Plain($"[{string.Join(", ", words.Select(w => YamlScalar.Quoted(YamlScalar.Escaped(w))))}]");

    /// <summary>A map with one entry a line; without entries it is written as {}.</summary>
    public static NewValue Map(params ImmutableArray<NewEntry> entries) => entries.IsEmpty ? Plain("{}") : new(entries);

    /// <summary>The alias of an anchor; only a value of a merge key.</summary>
    public static NewValue Alias(string name) => Plain($"*{name}");

    /// <summary>A copy of a value without its aliases, merge keys and comments.</summary>
    /// <returns>The copy, or null when it has a tag whose meaning depends on the place.</returns>
    public static NewValue? CopyOf(ComposeValue value)
    {
        if (value.Source.Tag is not (null or "!override"))
        {
            return null;
        }

        if (value.IsMap)
        {
            var entries = value.Entries.Select(e => (e.Key, Value: CopyOf(e.Value))).ToList();
            return entries.Exists(e => e.Value is null) ? null : Map([.. entries.Select(e => new NewEntry(e.Key, e.Value!))]);
        }

        if (value.IsList)
        {
            var items = value.Items.Select(CopyOf).ToList();
            if (items.Contains(null))
            {
                return null;
            }

            return items.TrueForAll(i => i is { IsMap: false, IsList: false })
                ? Plain($"[{string.Join(", ", items.Select(i => i!.Flow(json: false)))}]")
                : new([.. items.OfType<NewValue>()]);
        }

        return Copy((SourceScalar)value.Source);
    }

    /// <summary>The value in one line.</summary>
    /// <param name="json">Whether every text has to be quoted.</param>
    public string Flow(bool json)
    {
        if (IsMap)
        {
            return $"{{{string.Join(", ", Entries.Select(e => e.Flow(json)))}}}";
        }

        return IsList ? $"[{string.Join(", ", Items.Select(i => i.Flow(json)))}]" : json ? _json : _flow;
    }

    /// <summary>What follows a key and its colon: the value behind a space, or lines of its own.</summary>
    /// <param name="indent">The key's indentation.</param>
    /// <param name="step">By how much more its value is indented.</param>
    /// <param name="newLine">The file's line break.</param>
    public string AfterKey(int indent, int step, string newLine)
    {
        if (!IsMap && !IsList)
        {
            return $" {_block}";
        }

        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(newLine).Append(' ', indent + step).Append(entry.Block(indent + step, step, newLine));
        }

        foreach (var item in Items)
        {
            text.Append(newLine).Append(' ', indent + step).Append('-').Append(item.AfterDash(indent + step, step, newLine));
        }

        return text.ToString();
    }

    private string AfterDash(int indent, int step, string newLine)
    {
        if (!IsMap)
        {
            return IsList ? $" {Flow(json: false)}" : $" {_block}";
        }

        return $" {string.Join(newLine + new string(' ', indent + 2), Entries.Select(e => e.Block(indent + 2, step, newLine)))}";
    }

    private static NewValue Copy(SourceScalar scalar)
    {
        var quoted = YamlScalar.Quoted(scalar.Value);
        if (scalar.IsNull)
        {
            return Plain("null");
        }

        var isSimple = !scalar.Value.Contains('\n', StringComparison.Ordinal) && !scalar.Value.Any(char.IsControl);
        if (scalar.IsQuoted || !isSimple)
        {
            return Plain(quoted);
        }

        return new(scalar.Value, !scalar.Value.AsSpan().ContainsAny(FlowCharacters) ? scalar.Value : quoted, quoted);
    }
}

using System.Collections.Immutable;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>Writes, replaces and removes entries in the style of the map that they belong to.</summary>
internal sealed class EntryWriter(string text, string newLine)
{
    private const int UsualStep = 2;
    private int _step = UsualStep;

    /// <summary>Indents by as much as the file does.</summary>
    public void UseStepOf(SourceMap root)
    {
        var child = root.Entries.Select(e => e.Value).OfType<SourceMap>().FirstOrDefault(m => !m.IsFlow && m.Entries.Length > 0);
        if (!root.IsFlow && child is not null && Column(child) - Column(root) is > 0 and < 9 and var step)
        {
            _step = step;
        }
    }

    /// <summary>Adds entries behind the last one of a map.</summary>
    public TextEdit Add(SourceMap map, ImmutableArray<NewEntry> entries)
    {
        if (map.IsFlow)
        {
            if (text[map.ContentStart] != '{')
            {
                throw new EditRefusedException("the map has no braces");
            }

            var json = IsJson(map);
            var added = string.Join(", ", entries.Select(e => e.Flow(json)));
            return map.Entries.IsEmpty ? TextEdit.Insert(map.ContentStart + 1, added) : TextEdit.Insert(map.Entries[^1].End, $", {added}");
        }

        var indent = Column(map);
        var lines = entries.Select(e => $"{new string(' ', indent)}{e.Block(indent, _step, newLine)}");
        var tail = Tail(map);
        if (tail > map.Span.End)
        {
            // The last value is a text that keeps its blank lines: what follows them would become a part of it.
            return text[tail - 1] == '\n' ? TextEdit.Insert(tail, string.Concat(lines.Select(l => l + newLine))) : throw Unseen();
        }

        var separator = AreSeparated(map) ? newLine : "";
        return TextEdit.Insert(EndOfLine(map.Span.End), string.Concat(lines.Select(l => separator + newLine + l)));
    }

    /// <summary>Puts another value in the place of one.</summary>
    public IEnumerable<TextEdit> Replace(Place place, NewValue value)
    {
        var (node, entry, map) = place;
        var isFlow = map is null or { IsFlow: true } || node is SourceMap { IsFlow: true } or SourceList { IsFlow: true };
        if (entry is not null && node is SourceScalar { IsAbsent: true, Tag: null })
        {
            var end = Math.Max(node.Span.End, entry.Colon + 1);
            if (map is { IsFlow: true })
            {
                return [TextEdit.Insert(end, $"{(entry.Colon < 0 ? ":" : "")} {value.Flow(IsJson(map))}")];
            }

            var after = AfterKey(entry, map, value);
            return [TextEdit.Insert(value.IsMap || value.IsList ? EndOfLine(end) : end, after)];
        }

        var start = StartOfContent(node);
        if (isFlow)
        {
            return [Edit(start, node.Span.End, value.Flow(map is not null && IsJson(map)))];
        }

        return IsBlock(node) || value.IsMap || value.IsList
            ? [Edit(AfterAnchor(node, entry!), node.Span.End, AfterKey(entry!, map, value))]
            : [Edit(start, node.Span.End, value.AfterKey(0, _step, newLine).TrimStart())];
    }

    /// <summary>Takes an entry away, with its line.</summary>
    public IEnumerable<TextEdit> Remove(SourceMap map, SourceEntry entry, Place? holder)
    {
        if (map.Entries.Length == 1)
        {
            if (holder is null || map.Anchor is not null)
            {
                throw new EditRefusedException("nothing would be left");
            }

            return map.IsFlow
                ? [Edit(map.ContentStart + 1, map.Span.End - 1, "")]
                : [Edit(holder.Entry is { } key ? key.Colon + 1 : map.Span.Start, map.Span.End, holder.Entry is null ? "{}" : " {}")];
        }

        var index = map.Entries.IndexOf(entry);
        var lineStart = Trivia.LineStart(text, entry.Key.Span.Start);
        if (map.IsFlow || text.AsSpan(lineStart, entry.Key.Span.Start - lineStart).ContainsAnyExcept(' '))
        {
            return index == 0
                ? [Edit(entry.Key.Span.Start, map.Entries[1].Key.Span.Start, "")]
                : !map.IsFlow ? throw Unseen() : [Edit(map.Entries[index - 1].End, entry.End, "")];
        }

        var end = EndOfLine(entry.End);
        var next = text.IndexOf('\n', end);
        // Of the last line there is no line break to remove but the one before.
        return next >= 0
            ? [TextEdit.Delete(TextSpan.Between(lineStart, next + 1))]
            : [TextEdit.Delete(TextSpan.Between(Math.Max(0, lineStart - newLine.Length), end))];
    }

    private string AfterKey(SourceEntry entry, SourceMap? map, NewValue value) =>
        value.AfterKey(
            map is null ? throw Unseen() : Column(map),
            entry.Value is SourceMap { IsFlow: false, Entries.Length: > 0 } old ? Column(old) - Column(map) : _step, newLine);

    private TextEdit Edit(int start, int end, string replacement) =>
        Trivia.HasComment(WithoutText(start, end)) ? throw new EditRefusedException("a comment would be lost") : new(TextSpan.Between(start, end), replacement);

    /// <summary>What is removed, if a comment may be in it: more than one line, or the blanks around one value.</summary>
    private ReadOnlySpan<char> WithoutText(int start, int end)
    {
        var removed = text.AsSpan(start, end - start);
        return removed.Contains('\n') ? removed : [];
    }

    private static bool IsBlock(SourceNode node) => node is SourceMap { IsFlow: false } or SourceList { IsFlow: false };

    /// <summary>A tag goes with the value that it belongs to; an anchor stays for its aliases.</summary>
    private static int StartOfContent(SourceNode node) => (node.Anchor, node.Tag) switch
    {
        (null, _) => node.Span.Start,
        (_, null) => node.ContentStart,
        _ => throw new EditRefusedException("it has both an anchor and a tag"),
    };

    private static int AfterAnchor(SourceNode node, SourceEntry entry)
    {
        if (node.Anchor is null)
        {
            return entry.Colon + 1;
        }

        if (node.Tag is not null)
        {
            throw new EditRefusedException("it has both an anchor and a tag");
        }

        return node.Span.Start + 1 + node.Anchor.Length;
    }

    private int Column(SourceMap map)
    {
        var start = map.Entries[0].Key.Span.Start;
        var line = Trivia.LineStart(text, start);
        return text.AsSpan(line, start - line).ContainsAnyExcept(" -") ? throw Unseen() : start - line;
    }

    private static bool IsJson(SourceMap map) => map.Entries.Length > 0 && map.Entries.All(e => e.Key.Style == YamlDotNet.Core.ScalarStyle.DoubleQuoted);

    /// <summary>Whether a blank line stands between the last two entries.</summary>
    private bool AreSeparated(SourceMap map)
    {
        if (map.Entries.Length < 2)
        {
            return false;
        }

        var between = text.AsSpan(map.Entries[^2].End, map.Entries[^1].Key.Span.Start - map.Entries[^2].End);
        return between.ToString().Split('\n').Skip(1).SkipLast(1).Any(string.IsNullOrWhiteSpace);
    }

    private int EndOfLine(int from)
    {
        var end = Trivia.LineEnd(text, from);
        var rest = text.AsSpan(from, end - from).TrimStart(" \t");
        return rest.IsEmpty || rest[0] == '#' ? end : throw Unseen();
    }

    private static int Tail(SourceNode node) => node switch
    {
        SourceMap { IsFlow: false, Entries.Length: > 0 } map => Math.Max(Tail(map.Entries[^1].Value), map.Span.End),
        SourceList { IsFlow: false, Items.Length: > 0 } list => Math.Max(Tail(list.Items[^1]), list.Span.End),
        SourceScalar scalar => scalar.InsertAfter,
        _ => node.Span.End,
    };

    private static EditRefusedException Unseen() => new("it is written in an unusual way");
}

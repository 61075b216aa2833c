using System.Collections.Immutable;
using Slipway.Findings.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Compose.Editing;

/// <summary>
/// Reads YAML into a tree that knows where each value stands. The parser's marks are exact for scalars and aliases only; the
/// rest is recovered from the text: it takes a byte order mark for a part of the first key, ends blocks at the next token,
/// past comments, and flow collections before their bracket.
/// </summary>
/// <param name="text">The file's text.</param>
internal sealed class SourceTreeReader(string text)
{
    /// <summary>Deeper than any compose file, and far from what the stack holds.</summary>
    private const int DeepestNode = 64;

    private readonly int _shift = text.StartsWith('\ufeff') ? 1 : 0;
    /// <summary>An anchor holds from where it is written, so one inside of its value that has the same name comes after it.</summary>
    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private Parser _parser = null!;
    private int _depth;

    /// <summary>Reads every document of the file.</summary>
    /// <exception cref="SourceProblemException">It is no YAML that compose reads.</exception>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public ImmutableArray<SourceNode> Read()
    {
        using var reader = new StringReader(text[_shift..]);
        _parser = new(reader);
        var roots = ImmutableArray.CreateBuilder<SourceNode>();
        _parser.Consume<StreamStart>();
        while (_parser.TryConsume<DocumentStart>(out _))
        {
            _anchors.Clear();
            roots.Add(ReadNode());
            _parser.Consume<DocumentEnd>();
        }

        return roots.ToImmutable();
    }

    private int At(Mark mark) => (int)mark.Index + _shift;

    private SourceNode ReadNode()
    {
        if (++_depth > DeepestNode)
        {
            throw new SourceProblemException(At(_parser.Current!.Start), $"this is nested more than {DeepestNode} deep");
        }

        var anchored = new Anchored();
        if (_parser.Current is NodeEvent opening && AnchorOf(opening) is { } anchor)
        {
            _anchors[anchor] = anchored;
        }

        SourceNode node = _parser.Current switch
        {
            AnchorAlias => ReadAlias(),
            Scalar => ReadScalar(),
            MappingStart => ReadMap(),
            _ => ReadList(),
        };
        _depth--;
        return anchored.Node = node;
    }

    private SourceAlias ReadAlias()
    {
        var alias = _parser.Consume<AnchorAlias>();
        var (start, name) = (At(alias.Start), alias.Value.Value);
        if (!_anchors.TryGetValue(name, out var target))
        {
            throw new SourceProblemException(start, $"there is no anchor &{name} before this");
        }

        return new(
            TextSpan.Between(start, At(alias.End)),
            name,
            target.Node ?? throw new SourceProblemException(start, $"*{name} stands inside of its own anchor, which would go on forever"));
    }

    private SourceScalar ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var (start, end) = (At(scalar.Start), At(scalar.End));
        var content = Properties.End(text, start, scalar);
        var insertAfter = end;
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            var header = text.AsSpan(content, end - content);
            var line = header.IndexOf('\n');
            var keeps = header[..(line < 0 ? header.Length : line)].TrimEnd().TrimStart("|>").IndexOf('+') >= 0;
            while (end > content && text[end - 1] is '\n' or '\r')
            {
                end--;
            }

            if (!keeps)
            {
                insertAfter = end;
            }
        }
        else if (scalar.Value.Length == 0 && scalar.Style == ScalarStyle.Plain)
        {
            insertAfter = end = content;
        }

        return new(TextSpan.Between(start, end), content, AnchorOf(scalar), TagOf(scalar), scalar.Value, scalar.Style, insertAfter);
    }

    private SourceMap ReadMap()
    {
        var opening = _parser.Consume<MappingStart>();
        var isFlow = opening.Style == MappingStyle.Flow;
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var keyStart = At(_parser.Current!.Start);
            if (ReadNode() is not SourceScalar key)
            {
                throw new SourceProblemException(keyStart, "only a word can be a key here");
            }

            if (!keys.Add(key.Value))
            {
                throw new SourceProblemException(key.Span.Start,
                    key.Value == "<<" ? "the key << is there twice; several are merged as a list: <<: [*one, *other]"
                        : $"the key {key.Value} is there twice");
            }

            var value = ReadNode();
            var colon = Trivia.Skip(text, key.Span.End);
            entries.Add(Entry(key, colon < text.Length && text[colon] == ':' ? colon : -1, value));
        }

        var closing = At(_parser.Consume<MappingEnd>().Start);
        var (start, content) = (At(opening.Start), At(opening.End));
        // A pair in a flow list is a map without braces.
        var end = isFlow && text[content] == '{' ? closing + 1 : entries.Count == 0 ? content : entries[^1].End;
        return new(TextSpan.Between(start, end), content, AnchorOf(opening), TagOf(opening), isFlow, entries.ToImmutable());
    }

    /// <summary>Nothing is taken to stand right behind the colon, wherever the parser noticed.</summary>
    private static SourceEntry Entry(SourceScalar key, int colon, SourceNode value) =>
        value is SourceScalar { IsAbsent: true, Anchor: null, Tag: null } nothing
        ? new(
            key, colon,
            new SourceScalar(
                new(colon < 0 ? key.Span.End : colon + 1, 0), colon < 0 ? key.Span.End : colon + 1, null, null, "", nothing.Style,
                colon < 0 ? key.Span.End : colon + 1))
        : new(key, colon, value);

    private SourceList ReadList()
    {
        var opening = _parser.Consume<SequenceStart>();
        var isFlow = opening.Style == SequenceStyle.Flow;
        var (start, content) = (At(opening.Start), At(opening.End));
        // Of a list that isn't indented the parser counts its first dash to the opening.
        if (!isFlow && content > start && content <= text.Length && text[content - 1] == '-' && opening.Anchor.IsEmpty && opening.Tag.IsEmpty)
        {
            content = start;
        }

        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        var closing = At(_parser.Consume<SequenceEnd>().Start);
        var end = isFlow ? closing + 1 : items.Count == 0 ? content : items[^1].Span.End;
        return new(TextSpan.Between(start, end), content, AnchorOf(opening), TagOf(opening), isFlow, items.ToImmutable());
    }

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;

    private sealed class Anchored
    {
        /// <summary>The value, or null while it is being read.</summary>
        public SourceNode? Node { get; set; }
    }
}

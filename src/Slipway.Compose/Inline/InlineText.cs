using System.Text;
using Slipway.Compose.Editing;
using Slipway.Findings.Sources;
using YamlDotNet.Core;

namespace Slipway.Compose.Inline;

/// <summary>Reads the text of a scalar, and where each of its characters stands.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _places = [];

    public string Text => _text.ToString();

    /// <summary>Of each character of the text its offset in the file.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <param name="source">The file.</param>
    /// <param name="scalar">The value, which is not empty.</param>
    public static InlineText Of(SourceText source, SourceScalar scalar)
    {
        var read = new InlineText();
        if (scalar.Style == ScalarStyle.Literal)
        {
            read.AddLiteral(source, scalar);
        }
        else
        {
            // Folded and escaped text has no places of its own: all of it stands where the value begins.
            foreach (var character in scalar.Value)
            {
                read.Add(character, scalar.Span.Start);
            }
        }

        return read;
    }

    private void AddLiteral(SourceText source, SourceScalar scalar)
    {
        // The lines of the value are those below its sign, without their indentation, and its own line breaks are lost at the end only.
        var first = source.PositionOf(scalar.ContentStart).Line + 1;
        var lines = scalar.Value.TrimEnd('\n').Split('\n');
        var shown = Array.FindIndex(lines, l => l.Length > 0);
        var indent = shown < 0 ? 0 : source.Line(first + shown).Length - lines[shown].Length;
        for (var index = 0; index < lines.Length; index++)
        {
            var start = source.LineSpan(first + index).Start + Math.Min(indent, source.Line(first + index).Length);
            for (var column = 0; column < lines[index].Length; column++)
            {
                Add(lines[index][column], start + column);
            }

            Add('\n', start + lines[index].Length);
        }
    }

    private void Add(char character, int place)
    {
        // Compose makes one dollar of two.
        if (character == '$' && _text.Length > 0 && _text[^1] == '$' && _places[^1] == place - 1)
        {
            return;
        }

        _text.Append(character);
        _places.Add(place);
    }
}

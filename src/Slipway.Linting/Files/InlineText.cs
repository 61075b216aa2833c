using System.Text;
using Slipway.Findings.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Linting.Files;

/// <summary>The text of a Dockerfile within a compose file, and where each of its characters stands there.</summary>
internal sealed class InlineText
{
    private readonly List<int> _places;

    private InlineText(SourceText compose, string text, List<int> places) => (Compose, Dockerfile, _places) = (compose, compose.With(text), places);

    /// <summary>The compose file.</summary>
    public SourceText Compose { get; }

    /// <summary>The Dockerfile as the engine gets it, but for variables that compose would replace.</summary>
    public SourceText Dockerfile { get; }

    /// <summary>Reads the text of a scalar.</summary>
    /// <param name="compose">The compose file.</param>
    /// <param name="scalar">The value of <c>dockerfile_inline</c>.</param>
    public static InlineText Of(SourceText compose, YamlScalarNode scalar)
    {
        var (text, places) = (new StringBuilder(), new List<int>());
        if (scalar.Style == ScalarStyle.Literal)
        {
            Literal(compose, scalar, Add);
        }
        else
        {
            // Folded and escaped text has no places of its own: all of it stands where the value begins.
            foreach (var character in scalar.Value!)
            {
                Add(character, (int)scalar.Start.Index);
            }
        }

        return new InlineText(compose, text.ToString(), places);

        void Add(char character, int place)
        {
            // Compose makes one dollar of two.
            if (character == '$' && text.Length > 0 && text[^1] == '$' && places[^1] == place - 1)
            {
                return;
            }

            text.Append(character);
            places.Add(place);
        }
    }

    /// <summary>The place in the compose file of a part of the Dockerfile.</summary>
    /// <param name="span">The part.</param>
    public TextSpan Map(TextSpan span)
    {
        if (_places.Count == 0)
        {
            return new TextSpan(0, 0);
        }

        var start = _places[Math.Min(span.Start, _places.Count - 1)];
        var end = span.Length == 0 ? start : _places[Math.Min(span.End, _places.Count) - 1] + 1;
        return TextSpan.Between(start, Math.Max(start, end));
    }

    private static void Literal(SourceText compose, YamlScalarNode scalar, Action<char, int> add)
    {
        // The lines of the value are those below its sign, without their indentation, and its own line breaks are lost at the end only.
        var first = (int)scalar.Start.Line + 1;
        var lines = scalar.Value!.TrimEnd('\n').Split('\n');
        var shown = Array.FindIndex(lines, l => l.Length > 0);
        var indent = shown < 0 ? 0 : compose.Line(first + shown).Length - lines[shown].Length;
        for (var index = 0; index < lines.Length; index++)
        {
            var start = compose.LineSpan(first + index).Start;
            var offset = Math.Min(indent, compose.Line(first + index).Length);
            for (var column = 0; column < lines[index].Length; column++)
            {
                add(lines[index][column], start + offset + column);
            }

            add('\n', start + offset + lines[index].Length);
        }
    }
}

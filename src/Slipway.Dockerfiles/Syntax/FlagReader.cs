using System.Text;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Reads the flags at the start of an instruction's arguments.</summary>
internal sealed class FlagReader
{
    private readonly List<Flag> _flags = [];
    private readonly List<(int Start, int Length)> _places = [];
    private readonly string _text;
    private readonly char _escape;

    public FlagReader(LogicalText logical, int start, char escape)
    {
        (_text, _escape, End) = (logical.Text, escape, start);
        while (Starts(End))
        {
            var begin = End;
            var value = ReadWord();
            _places.Add((begin, End - begin));
            if (value == "--")
            {
                break;
            }

            var equals = value.IndexOf('=', StringComparison.Ordinal);
            _flags.Add(new(equals < 0 ? value[2..] : value[2..equals], equals < 0 ? null : value[(equals + 1)..], logical.SpanOf(begin, End - begin)));
            End = Skip(End);
        }
    }

    public IReadOnlyList<Flag> Flags => _flags;

    public IReadOnlyList<(int Start, int Length)> Places => _places;

    /// <summary>Where the arguments begin.</summary>
    public int End { get; private set; }

    private bool Starts(int index) => index + 1 < _text.Length && _text[index] == '-' && _text[index + 1] == '-';

    private int Skip(int index)
    {
        while (index < _text.Length && char.IsWhiteSpace(_text[index]))
        {
            index++;
        }

        return index;
    }

    private string ReadWord()
    {
        var word = new StringBuilder();
        var quote = '\0';
        for (; End < _text.Length && (quote != '\0' || !char.IsWhiteSpace(_text[End])); End++)
        {
            var character = _text[End];
            if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (quote != '\0' && character == quote)
            {
                quote = '\0';
            }
            else if (character != _escape)
            {
                word.Append(character);
            }
            else if (End + 1 < _text.Length)
            {
                word.Append(_text[++End]);
            }
        }

        // Quotes around the dashes themselves leave no name to read.
        return word.Length >= 2 ? word.ToString() : "--";
    }
}

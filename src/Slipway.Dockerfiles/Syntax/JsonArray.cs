using System.Globalization;
using System.Text;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Reads a JSON array (RFC 8259) and where its strings stand.</summary>
internal sealed class JsonArray
{
    private const int Deepest = 64;

    private readonly LogicalText _text;
    private readonly List<Word> _strings = [];
    private int _position;
    private bool _mixed;

    private JsonArray(LogicalText text) => _text = text;

    public JsonArrayKind Kind { get; private set; }

    public IReadOnlyList<Word> Strings => _strings;

    public static JsonArray Read(LogicalText text)
    {
        var array = new JsonArray(text);
        array.SkipBlanks();
        if (array.Peek == '[' && array.ReadList(']', 0) && array.AtEnd)
        {
            array.Kind = array._mixed ? JsonArrayKind.Mixed : JsonArrayKind.Strings;
        }

        return array;
    }

    private char Peek => _position < _text.Length ? _text.Text[_position] : '\0';

    private bool AtEnd
    {
        get
        {
            SkipBlanks();
            return _position == _text.Length;
        }
    }

    private void SkipBlanks()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private bool Take(char character)
    {
        SkipBlanks();
        if (Peek != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool ReadList(char end, int depth)
    {
        _position++;
        if (Take(end))
        {
            return true;
        }

        do
        {
            SkipBlanks();
            if (end == '}' && !(Peek == '"' && ReadString() is not null && Take(':')))
            {
                return false;
            }

            SkipBlanks();
            if (!ReadValue(depth, isElement: end == ']'))
            {
                return false;
            }
        }
        while (Take(','));
        return Take(end);
    }

    private bool ReadValue(int depth, bool isElement)
    {
        if (Peek == '"')
        {
            var word = ReadString();
            if (word is not null && depth == 0 && isElement)
            {
                _strings.Add(word);
            }

            return word is not null;
        }

        _mixed = true;
        return Peek switch
        {
            '[' => depth < Deepest && ReadList(']', depth + 1),
            '{' => depth < Deepest && ReadList('}', depth + 1),
            't' => ReadLiteral("true"),
            'f' => ReadLiteral("false"),
            'n' => ReadLiteral("null"),
            _ => ReadNumber(),
        };
    }

    private bool ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(_text.Text, _position, literal, 0, literal.Length) != 0)
        {
            return false;
        }

        _position += literal.Length;
        return true;
    }

    private bool ReadNumber()
    {
        if (Peek == '-')
        {
            _position++;
        }

        if (Peek == '0')
        {
            _position++;
        }
        else if (Digits() == 0)
        {
            return false;
        }

        if (Peek == '.')
        {
            _position++;
            if (Digits() == 0)
            {
                return false;
            }
        }

        if (Peek is not ('e' or 'E'))
        {
            return true;
        }

        _position++;
        if (Peek is '+' or '-')
        {
            _position++;
        }

        return Digits() > 0;
    }

    private int Digits()
    {
        var start = _position;
        while (char.IsAsciiDigit(Peek))
        {
            _position++;
        }

        return _position - start;
    }

    private Word? ReadString()
    {
        var start = _position++;
        var (value, offsets) = (new StringBuilder(), new List<int>());
        while (Peek != '"')
        {
            if (_position >= _text.Length || Peek < ' ')
            {
                return null;
            }

            offsets.Add(_text.OffsetOf(_position));
            if (Peek != '\\')
            {
                value.Append(_text.Text[_position++]);
            }
            else if (ReadEscape() is { } character)
            {
                value.Append(character);
            }
            else
            {
                return null;
            }
        }

        var end = _text.OffsetOf(_position++);
        return new(LogicalText.Of(value.ToString(), [.. offsets], end), _text.SpanOf(start, _position - start));
    }

    private char? ReadEscape()
    {
        var character = _position + 1 < _text.Length ? _text.Text[_position + 1] : '\0';
        _position += 2;
        switch (character)
        {
            case '"' or '\\' or '/': return character;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Text.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default: return null;
        }
    }
}

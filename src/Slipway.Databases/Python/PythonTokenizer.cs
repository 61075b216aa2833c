using System.Text;

namespace Slipway.Databases.Python;

/// <summary>
/// Splits Python source into tokens, so that a word in a comment or string is not taken for code. It follows
/// "Lexical analysis" of the Python 3 reference as far as names, strings, comments and lines go.
/// </summary>
internal sealed class PythonTokenizer(string source)
{
    private readonly List<PythonToken> _tokens = [];
    private int _position;
    private int _line = 1;
    private int _lineStart;
    private int _depth;

    /// <summary>A byte order mark would push the first line's statement away from the first column.</summary>
    public static List<PythonToken> Split(string source) => new PythonTokenizer(source.TrimStart('\ufeff')).Run();

    private List<PythonToken> Run()
    {
        while (_position < source.Length)
        {
            var character = source[_position];
            if (character == '\n')
            {
                EndLine();
            }
            else if (character == '#')
            {
                SkipComment();
            }
            else if (character == '\\' && Peek(1) is '\n' or '\r')
            {
                SkipJoinedLine();
            }
            else if (char.IsWhiteSpace(character))
            {
                _position++;
            }
            else if (character is '"' or '\'')
            {
                ReadString("");
            }
            else if (char.IsLetter(character) || character == '_')
            {
                ReadWord();
            }
            else if (char.IsAsciiDigit(character))
            {
                Take(PythonTokenKind.Number, IsWordCharacter);
            }
            else
            {
                ReadOperator(character);
            }
        }

        return _tokens;
    }

    private char Peek(int ahead) => _position + ahead < source.Length ? source[_position + ahead] : '\0';

    private void EndLine()
    {
        if (_depth == 0)
        {
            Add(PythonTokenKind.NewLine, "\n", _position);
        }

        _position++;
        _line++;
        _lineStart = _position;
    }

    private void SkipComment()
    {
        while (_position < source.Length && source[_position] != '\n')
        {
            _position++;
        }
    }

    private void SkipJoinedLine()
    {
        _position = source.IndexOf('\n', _position) + 1;
        if (_position == 0)
        {
            _position = source.Length;
        }

        _line++;
        _lineStart = _position;
    }

    private void ReadWord()
    {
        var start = _position;
        while (_position < source.Length && IsWordCharacter(source[_position]))
        {
            _position++;
        }

        var word = source[start.._position];
        if (word.Length <= 2 && Peek(0) is '"' or '\'' && IsStringPrefix(word))
        {
            ReadString(word.ToLowerInvariant());
            return;
        }

        Add(PythonTokenKind.Name, word, start);
    }

    private void Take(PythonTokenKind kind, Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < source.Length && belongs(source[_position]))
        {
            _position++;
        }

        Add(kind, source[start.._position], start);
    }

    private void ReadOperator(char character)
    {
        if (character is ')' or ']' or '}')
        {
            _depth = Math.Max(0, _depth - 1);
        }

        Add(PythonTokenKind.Operator, character.ToString(), _position);
        if (character is '(' or '[' or '{')
        {
            _depth++;
        }

        _position++;
    }

    private void ReadString(string prefix)
    {
        var start = _position;
        var quote = source[_position];
        var triple = Peek(1) == quote && Peek(2) == quote;
        _position += triple ? 3 : 1;
        var (line, column) = (_line, start - _lineStart - prefix.Length);
        var text = new StringBuilder();
        while (_position < source.Length && !IsEnd(quote, triple))
        {
            ReadCharacter(text, raw: prefix.Contains('r', StringComparison.Ordinal));
        }

        _position = Math.Min(source.Length, _position + (triple ? 3 : 1));
        var kind = prefix.Contains('f', StringComparison.Ordinal) ? PythonTokenKind.FormatString : PythonTokenKind.String;
        _tokens.Add(new(kind, text.ToString(), line, column, _depth));
    }

    private bool IsEnd(char quote, bool triple) => triple
        ? source[_position] == quote && Peek(1) == quote && Peek(2) == quote
        : source[_position] == quote || source[_position] == '\n';

    private void ReadCharacter(StringBuilder text, bool raw)
    {
        var character = source[_position++];
        if (character == '\\' && _position < source.Length)
        {
            var next = source[_position++];
            NoteLine(next);
            if (raw)
            {
                text.Append(character).Append(next);
            }
            else if (next != '\n')
            {
                text.Append(next switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => next });
            }

            return;
        }

        NoteLine(character);
        text.Append(character);
    }

    private void NoteLine(char character)
    {
        if (character != '\n')
        {
            return;
        }

        _line++;
        _lineStart = _position;
    }

    private void Add(PythonTokenKind kind, string text, int start) => _tokens.Add(new(kind, text, _line, start - _lineStart, _depth));

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsStringPrefix(string word) => word.ToLowerInvariant()
        is "r" or "u" or "b" or "f" or "t" or "br" or "rb" or "fr" or "rf" or "tr" or "rt";
}

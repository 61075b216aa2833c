namespace Slipway.Databases.Sql;

/// <summary>
/// Splits PostgreSQL's SQL into statements and those into words, so that a word in a comment or literal is not taken
/// for a command. It follows "Lexical Structure" of the PostgreSQL manual.
/// </summary>
internal sealed class SqlWords(string sql)
{
    private readonly List<List<string>> _statements = [];
    private List<string> _current = [];
    private int _position;

    /// <summary>The statements. Keywords and unquoted names are in upper and lower case as written; literals are left out.</summary>
    public static List<List<string>> Statements(string sql) => new SqlWords(sql).Run();

    private List<List<string>> Run()
    {
        while (_position < sql.Length)
        {
            var character = sql[_position];
            if (character == ';')
            {
                End();
            }
            else if (At("--"))
            {
                SkipTo("\n", 1);
            }
            else if (At("/*"))
            {
                SkipBlockComment();
            }
            else if (character == '\'')
            {
                SkipLiteral();
            }
            else if (character == '"')
            {
                TakeQuoted();
            }
            else if (character == '$' && DollarTag() is { } tag)
            {
                TakeDollarQuoted(tag);
            }
            else if (IsWord(character))
            {
                TakeWord();
            }
            else
            {
                TakeSymbol(character);
            }
        }

        End();
        return _statements;
    }

    private bool At(string text) => string.CompareOrdinal(sql, _position, text, 0, text.Length) == 0;

    private void End()
    {
        if (_current.Count > 0)
        {
            _statements.Add(_current);
        }

        _current = [];
        _position++;
    }

    private void SkipTo(string end, int length)
    {
        var found = sql.IndexOf(end, _position + length, StringComparison.Ordinal);
        _position = found < 0 ? sql.Length : found + end.Length;
    }

    private void SkipBlockComment()
    {
        var depth = 0;
        do
        {
            if (At("/*"))
            {
                (depth, _position) = (depth + 1, _position + 2);
            }
            else if (At("*/"))
            {
                (depth, _position) = (depth - 1, _position + 2);
            }
            else
            {
                _position++;
            }
        }
        while (depth > 0 && _position < sql.Length);
    }

    private void SkipLiteral()
    {
        var escapes = _current is [.., "E" or "e"];
        _position++;
        while (_position < sql.Length && sql[_position] != '\'')
        {
            _position += escapes && sql[_position] == '\\' ? 2 : 1;
        }

        _position++;
    }

    private void TakeQuoted()
    {
        var end = sql.IndexOf('"', _position + 1);
        if (end < 0)
        {
            end = sql.Length;
        }

        Add(sql[(_position + 1)..end]);
        _position = end + 1;
    }

    private string? DollarTag()
    {
        var end = sql.IndexOf('$', _position + 1);
        if (end < 0)
        {
            return null;
        }

        var tag = sql[_position..(end + 1)];
        return tag[1..^1].All(IsWord) ? tag : null;
    }

    /// <summary>The body of a DO block is code: its words count, and each of its statements is one.</summary>
    private void TakeDollarQuoted(string tag)
    {
        var start = _position + tag.Length;
        var end = sql.IndexOf(tag, start, StringComparison.Ordinal);
        if (end < 0)
        {
            end = sql.Length;
        }

        if (_current is [var first, ..] && first.Equals("DO", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var statement in Statements(sql[start..end]))
            {
                _statements.Add(["DO", .. statement]);
            }
        }

        _position = Math.Min(sql.Length, end + tag.Length);
    }

    private void TakeWord()
    {
        var start = _position;
        while (_position < sql.Length && IsWord(sql[_position]))
        {
            _position++;
        }

        Add(sql[start.._position]);
    }

    private void TakeSymbol(char character)
    {
        if (character is '(' or ')' or ',')
        {
            _current.Add(character.ToString());
        }

        _position++;
    }

    /// <summary>A name with a schema counts as one word: the table's own name.</summary>
    private void Add(string word)
    {
        var qualified = _position > 0 && PreviousCharacter() == '.' && _current.Count > 0;
        if (qualified)
        {
            _current[^1] = word;
        }
        else
        {
            _current.Add(word);
        }
    }

    private char PreviousCharacter()
    {
        var start = _position - 1;
        while (start >= 0 && (IsWord(sql[start]) || sql[start] == '"'))
        {
            start--;
        }

        return start >= 0 ? sql[start] : '\0';
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}

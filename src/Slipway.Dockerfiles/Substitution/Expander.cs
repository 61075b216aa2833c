using System.Text;

namespace Slipway.Dockerfiles.Substitution;

/// <summary>
/// Replaces variables in the arguments of instructions, as the engine does: ENV, LABEL, COPY and the like, not RUN, CMD and
/// ENTRYPOINT, whose shell does it.
/// </summary>
public sealed partial class Expander
{
    private const char End = '\0';
    private const int Deepest = 200;

    private readonly string _text;
    private readonly Func<string, string?> _variables;
    private readonly ExpansionOptions _options;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unset = new(StringComparer.Ordinal);
    private bool _keepsEscapes;
    private int _position;
    private int _depth;

    private Expander(string text, Func<string, string?> variables, ExpansionOptions options) =>
        (_text, _variables, _options, _keepsEscapes) = (text, variables, options, options.KeepsEscapes);

    private bool AtEnd => _position >= _text.Length;

    /// <summary>Expands text.</summary>
    /// <param name="variables">Tells the value of a variable, null when it has none.</param>
    /// <param name="options">How; by default as for an argument.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    public static Expansion Expand(string text, Func<string, string?> variables, ExpansionOptions? options = null)
    {
        var expander = new Expander(text, variables, options ?? new());
        try
        {
            var (result, words) = expander.Until(End, expander._keepsEscapes);
            return new(result, words, expander._used, expander._unset);
        }
        catch (ExpansionException e)
        {
            return new(string.Empty, [], expander._used, expander._unset, e.Message);
        }
    }

    private (string Text, IReadOnlyList<string> Words) Until(char stop, bool keepsEscapes)
    {
        if (++_depth > Deepest)
        {
            throw new ExpansionException("the variables are nested too deeply");
        }

        var before = _keepsEscapes;
        _keepsEscapes = keepsEscapes;
        var (result, words) = (new StringBuilder(), new WordCollector());
        while (!AtEnd && (stop == End || _text[_position] != stop))
        {
            Take(result, words);
        }

        if (stop != End && AtEnd)
        {
            throw new ExpansionException($"a {stop} is missing");
        }

        if (stop != End)
        {
            _position++;
        }

        _keepsEscapes = before;
        _depth--;
        return (result.ToString(), words.Finish());
    }

    private void Take(StringBuilder result, WordCollector words)
    {
        switch (_text[_position])
        {
            case '$':
                var value = Dollar();
                result.Append(value);
                words.AddSplit(value);
                break;
            case '\'' or '"' or '<':
                var raw = _text[_position] switch { '\'' => SingleQuoted(), '"' => DoubleQuoted(), _ => Less() };
                result.Append(raw);
                words.AddWhole(raw);
                break;
            default:
                TakePlain(result, words);
                break;
        }
    }

    private void TakePlain(StringBuilder result, WordCollector words)
    {
        var character = _text[_position++];
        if (character != _options.Escape)
        {
            words.Add(character);
            result.Append(character);
            return;
        }

        if (_keepsEscapes)
        {
            words.AddWhole(character.ToString());
            result.Append(character);
        }

        if (AtEnd)
        {
            return;
        }

        words.AddWhole(_text[_position].ToString());
        result.Append(_text[_position++]);
    }

    /// <summary>A blank between the sign of a heredoc and its word doesn't part them.</summary>
    private string Less()
    {
        var start = _position++;
        if (AtEnd || _text[_position] != '<')
        {
            return "<";
        }

        _position++;
        while (!AtEnd && _text[_position] is ' ' or '\t' or '\r')
        {
            _position++;
        }

        return _text[start.._position];
    }

    private string SingleQuoted()
    {
        var start = _position;
        var end = _text.IndexOf('\'', start + 1);
        if (end < 0)
        {
            throw new ExpansionException("a single quote is not closed");
        }

        _position = end + 1;
        return _options.KeepsQuotes ? _text[start..(end + 1)] : _text[(start + 1)..end];
    }

    private string DoubleQuoted()
    {
        var result = new StringBuilder(_options.KeepsQuotes ? "\"" : string.Empty);
        _position++;
        while (!AtEnd && _text[_position] != '"')
        {
            if (_text[_position] == '$')
            {
                result.Append(Dollar());
            }
            else
            {
                TakeQuoted(result);
            }
        }

        if (AtEnd)
        {
            throw new ExpansionException("a double quote is not closed");
        }

        _position++;
        return (_options.KeepsQuotes ? result.Append('"') : result).ToString();
    }

    private void TakeQuoted(StringBuilder result)
    {
        var character = _text[_position++];
        if (character == _options.Escape)
        {
            if (_keepsEscapes)
            {
                result.Append(character);
            }

            if (AtEnd)
            {
                return;
            }

            if (_text[_position] == '"' || _text[_position] == '$' || _text[_position] == _options.Escape)
            {
                character = _text[_position++];
            }
        }

        result.Append(character);
    }

    private string Dollar()
    {
        _position++;
        if (AtEnd || _text[_position] != '{')
        {
            var name = Name();
            return name.Length == 0 ? "$" : Value(name) ?? (_options.KeepsUnset ? "$" + name : string.Empty);
        }

        _position++;
        if (AtEnd || _text[_position] is '{' or '}' or ':')
        {
            throw new ExpansionException("bad substitution");
        }

        return Braced(Name());
    }

    private char Next() => AtEnd ? throw new ExpansionException("a } is missing") : _text[_position++];

    private string Name()
    {
        var start = _position;
        if (AtEnd)
        {
            return string.Empty;
        }

        if (char.IsDigit(_text[start]))
        {
            while (!AtEnd && char.IsDigit(_text[_position]))
            {
                _position++;
            }
        }
        else if (_text[start] is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _position++;
        }
        else
        {
            while (!AtEnd && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_'))
            {
                _position++;
            }
        }

        return _text[start.._position];
    }

    private string? Value(string name)
    {
        var value = _variables(name);
        (value is null ? _unset : _used).Add(name);
        return value;
    }
}

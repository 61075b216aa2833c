using System.Collections.Immutable;
using System.Text;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>Reads the text of an nginx configuration, whole or a part that another one includes.</summary>
internal sealed class NginxParser
{
    private readonly FrontFile _file;
    private readonly string _text;
    private int _at;
    private int _line = 1;

    private NginxParser(FrontFile file, string text) => (_file, _text) = (file, text);

    /// <summary>Its statements; null when braces or quotes don't match.</summary>
    /// <param name="file">Where it is written.</param>
    /// <param name="text">The text, with variables of the environment filled in.</param>
    public static ImmutableArray<NginxStatement>? Parse(FrontFile file, string text)
    {
        var parser = new NginxParser(file, text);
        try
        {
            return parser.Block(isInner: false);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private ImmutableArray<NginxStatement> Block(bool isInner)
    {
        var statements = ImmutableArray.CreateBuilder<NginxStatement>();
        var (words, line) = (new List<string>(), 0);
        while (Skip())
        {
            var character = _text[_at];
            if (character is not (';' or '{' or '}'))
            {
                line = words.Count == 0 ? _line : line;
                words.Add(Word());
                continue;
            }

            _at++;
            if (character == '}')
            {
                return isInner && words.Count == 0 ? statements.ToImmutable() : throw new FormatException();
            }

            if (words.Count == 0)
            {
                throw new FormatException();
            }

            var isLua = words[0].EndsWith("_by_lua_block", StringComparison.Ordinal);
            statements.Add(new([.. words], character != '{' ? null : isLua ? Foreign() : Block(isInner: true), _file, line));
            words.Clear();
        }

        return !isInner && words.Count == 0 ? statements.ToImmutable() : throw new FormatException();
    }

    /// <summary>Passes over what is in another language, up to the brace that ends it.</summary>
    private ImmutableArray<NginxStatement> Foreign()
    {
        for (var open = 1; open > 0;)
        {
            if (_at >= _text.Length)
            {
                throw new FormatException();
            }

            open += Next() switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return [];
    }

    /// <summary>Goes on to the next word; false at the end.</summary>
    private bool Skip()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] == '#')
            {
                while (_at < _text.Length && _text[_at] != '\n')
                {
                    _at++;
                }
            }
            else if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\ufeff')
            {
                Next();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private string Word()
    {
        if (_text[_at] is '"' or '\'')
        {
            return Quoted(_text[_at]);
        }

        var word = new StringBuilder();
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (';' or '{' or '}'))
        {
            var character = Next();
            word.Append(character);
            if (character == '\\' && _at < _text.Length)
            {
                word.Append(Next());
            }

            // The braces of a variable are part of the word.
            if (character == '$' && _at < _text.Length && _text[_at] == '{')
            {
                while (_at < _text.Length && _text[_at] is not ('}' or '\n'))
                {
                    word.Append(Next());
                }

                word.Append(_at < _text.Length && _text[_at] == '}' ? Next() : throw new FormatException());
            }
        }

        return word.ToString();
    }

    private string Quoted(char quote)
    {
        var word = new StringBuilder();
        _at++;
        while (_at < _text.Length)
        {
            var character = Next();
            if (character == quote)
            {
                return word.ToString();
            }

            word.Append(character == '\\' && _at < _text.Length && _text[_at] == quote ? Next() : character);
        }

        throw new FormatException();
    }

    private char Next()
    {
        var character = _text[_at++];
        _line += character == '\n' ? 1 : 0;
        return character;
    }
}

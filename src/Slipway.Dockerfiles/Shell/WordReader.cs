using System.Text;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Shell;

/// <summary>Reads one word of a script: quotes, escapes, variables and substitutions.</summary>
internal static class WordReader
{
    /// <summary>Reads the word at a place.</summary>
    /// <param name="text">The script.</param>
    /// <param name="position">Where the word begins; afterwards where it ends. It moves on by at least one character.</param>
    /// <param name="escape">The shell's escape character.</param>
    /// <param name="substitutions">The commands that the word runs, each to be read on its own.</param>
    /// <returns>The word.</returns>
    public static ShellWord Read(LogicalText text, ref int position, char escape, out IReadOnlyList<LogicalText> substitutions)
    {
        var start = position;
        var value = new StringBuilder();
        var inner = new List<LogicalText>();
        var (plain, expands) = (true, false);
        while (position < text.Length && !EndsWord(text.Text[position]))
        {
            var character = text.Text[position];
            if (character == escape)
            {
                plain = false;
                position++;
                if (position < text.Length && text.Text[position] != '\n')
                {
                    value.Append(text.Text[position]);
                }

                position++;
            }
            else if (character is '\'' or '"')
            {
                plain = false;
                expands |= TakeQuoted(text, ref position, escape, value, inner);
            }
            else if (character is '$' or '`')
            {
                (plain, expands) = (false, true);
                TakeExpansion(text, ref position, escape, value, inner);
            }
            else
            {
                if (character is '*' or '?' or '[' or '~')
                {
                    (plain, expands) = (false, true);
                }

                value.Append(character);
                position++;
            }
        }

        position = Math.Clamp(position, start + 1, Math.Max(start + 1, text.Length));
        position = Math.Min(position, text.Length);
        substitutions = inner;
        return new(value.ToString(), text.Slice(start, position - start), plain, expands);
    }

    private static bool EndsWord(char character) => character is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>';

    private static bool TakeQuoted(LogicalText text, ref int position, char escape, StringBuilder value, List<LogicalText> inner)
    {
        var quote = text.Text[position++];
        var expands = false;
        while (position < text.Length && text.Text[position] != quote)
        {
            var character = text.Text[position];
            if (quote == '"' && character == escape && position + 1 < text.Length)
            {
                var next = text.Text[position + 1];
                if (next is not ('"' or '$' or '`' or '\n') && next != escape)
                {
                    value.Append(character);
                }

                if (next != '\n')
                {
                    value.Append(next);
                }

                position += 2;
            }
            else if (quote == '"' && character is '$' or '`')
            {
                expands = true;
                TakeExpansion(text, ref position, escape, value, inner);
            }
            else
            {
                value.Append(character);
                position++;
            }
        }

        position++;
        return expands;
    }

    private static void TakeExpansion(LogicalText text, ref int position, char escape, StringBuilder value, List<LogicalText> inner)
    {
        var start = position;
        if (text.Text[position] == '`')
        {
            var end = text.Text.IndexOf('`', position + 1);
            position = end < 0 ? text.Length : end + 1;
            Note(start + 1, end < 0 ? text.Length : end);
        }
        else if (position + 1 < text.Length && text.Text[position + 1] is '(' or '{')
        {
            var isCommand = text.Text[position + 1] == '(';
            var close = ClosingPlace(text.Text, position + 1, escape);
            position = Math.Min(close + 1, text.Length);
            var isArithmetic = isCommand && start + 2 < text.Length && text.Text[start + 2] == '(';
            if (isCommand && !isArithmetic)
            {
                Note(start + 2, close);
            }
        }
        else
        {
            position++;
        }

        value.Append(text.Text, start, position - start);

        void Note(int from, int to)
        {
            if (to > from)
            {
                inner.Add(text.Slice(from, to - from));
            }
        }
    }

    /// <summary>Where a bracket is closed, quotes and nested brackets considered; the end of the text when it isn't.</summary>
    private static int ClosingPlace(string text, int open, char escape)
    {
        var (opening, closing) = text[open] == '(' ? ('(', ')') : ('{', '}');
        var (depth, quote) = (0, '\0');
        for (var index = open; index < text.Length; index++)
        {
            var character = text[index];
            if (character == escape && quote != '\'')
            {
                index++;
            }
            else if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == opening)
            {
                depth++;
            }
            else if (character == closing && --depth == 0)
            {
                return index;
            }
        }

        return text.Length;
    }
}

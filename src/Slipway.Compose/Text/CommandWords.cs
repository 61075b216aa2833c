using System.Collections.Immutable;
using System.Text;

namespace Slipway.Compose.Text;

/// <summary>Splits a command that is written as one text, as compose does: quotes and backslashes, but no shell.</summary>
internal static class CommandWords
{
    /// <summary>The words, or null when a quote isn't closed.</summary>
    public static ImmutableArray<string>? Split(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var (isOpen, quote) = (false, '\0');
        for (var index = 0; index < command.Length; index++)
        {
            var character = command[index];
            if (character == '\\' && quote != '\'' && index + 1 < command.Length)
            {
                // Between double quotes a backslash stays in front of what it has no power over.
                if (quote == '"' && command[index + 1] is not ('"' or '\\' or '$' or '`'))
                {
                    word.Append(character);
                }

                word.Append(command[++index]);
                isOpen = true;
            }
            else if (quote != '\0' && character == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                (quote, isOpen) = (character, true);
            }
            else if (quote == '\0' && character is ' ' or '\t' or '\n' or '\r')
            {
                if (isOpen)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(character);
                isOpen = true;
            }
        }

        if (isOpen)
        {
            words.Add(word.ToString());
        }

        return quote == '\0' ? words.ToImmutable() : null;
    }
}

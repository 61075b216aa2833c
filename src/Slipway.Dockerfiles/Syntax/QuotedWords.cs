namespace Slipway.Dockerfiles.Syntax;

/// <summary>Splits text at blanks outside of quotes. Quotes and escapes stay as they are.</summary>
internal static class QuotedWords
{
    public static IReadOnlyList<Word> Split(LogicalText text, char escape)
    {
        var words = new List<Word>();
        for (var start = Skip(text.Text, 0); start < text.Length;)
        {
            var end = WordEnd(text.Text, start, escape);
            // An escape character that ends the text escapes nothing and is dropped.
            var length = end - start - (EndsInEscape(text.Text, start, end, escape) ? 1 : 0);
            if (length > 0)
            {
                words.Add(new(text.Slice(start, length), text.SpanOf(start, length)));
            }

            start = Skip(text.Text, end);
        }

        return words;
    }

    private static int Skip(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static int WordEnd(string text, int index, char escape)
    {
        var quote = '\0';
        for (; index < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[index])); index++)
        {
            var character = text[index];
            if (character == escape && quote != '\'')
            {
                index++;
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (quote != '\0' && character == quote)
            {
                quote = '\0';
            }
        }

        return Math.Min(index, text.Length);
    }

    private static bool EndsInEscape(string text, int start, int end, char escape)
    {
        if (end != text.Length)
        {
            return false;
        }

        var quote = '\0';
        for (var index = start; index < end; index++)
        {
            var character = text[index];
            if (character == escape && quote != '\'')
            {
                if (index + 1 == end)
                {
                    return true;
                }

                index++;
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (quote != '\0' && character == quote)
            {
                quote = '\0';
            }
        }

        return false;
    }
}

namespace Slipway.Compose.Editing;

/// <summary>What means nothing: blanks, line breaks and comments.</summary>
internal static class Trivia
{
    /// <summary>The first character from a place on that means something.</summary>
    public static int Skip(string text, int from)
    {
        var place = from;
        while (place < text.Length)
        {
            if (text[place] is ' ' or '\t' or '\r' or '\n')
            {
                place++;
            }
            else if (text[place] == '#')
            {
                place = LineEnd(text, place);
            }
            else
            {
                break;
            }
        }

        return place;
    }

    /// <summary>Where a line's text ends, before its line break.</summary>
    public static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        if (end < 0)
        {
            return text.Length;
        }

        return end > from && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Where a line begins, behind a byte order mark.</summary>
    public static int LineStart(string text, int from)
    {
        var start = from == 0 ? 0 : text.LastIndexOf('\n', from - 1) + 1;
        return start == 0 && text.StartsWith('\ufeff') ? Math.Min(1, text.Length) : start;
    }

    /// <summary>Whether a piece of text between two values holds a comment.</summary>
    public static bool HasComment(ReadOnlySpan<char> text) => text.IndexOf('#') >= 0;
}

namespace Slipway.Dockerfiles.Syntax;

/// <summary>The characters that part the words of an instruction. Other white space of Unicode doesn't.</summary>
internal static class Blank
{
    public static bool Is(char character) => character is ' ' or '\t' or '\v' or '\f' or '\r';

    public static int SkipFrom(string text, int index)
    {
        while (index < text.Length && Is(text[index]))
        {
            index++;
        }

        return index;
    }

    public static int SkipWord(string text, int index)
    {
        while (index < text.Length && !Is(text[index]))
        {
            index++;
        }

        return index;
    }
}

namespace Slipway.Dockerfiles.Ignoring;

/// <summary>Character classes such as <c>[a-z]</c> and <c>[^0-9]</c> within a pattern.</summary>
internal static class GlobClass
{
    /// <summary>Where a class ends.</summary>
    /// <returns>The place of its closing bracket, or -1 when there is none or nothing in it.</returns>
    public static int End(string pattern, int start)
    {
        var index = start + 1;
        if (index < pattern.Length && pattern[index] == '^')
        {
            index++;
        }

        var first = index;
        while (index < pattern.Length && (pattern[index] != ']' || index == first))
        {
            if (pattern[index] is ']' or '-' && index == first)
            {
                return -1;
            }

            if (pattern[index] == '\\')
            {
                index++;
            }

            index++;
        }

        return index < pattern.Length ? index : -1;
    }

    public static bool Matches(string pattern, int start, char actual)
    {
        var end = End(pattern, start);
        var index = start + 1;
        var negated = pattern[index] == '^';
        if (negated)
        {
            index++;
        }

        var found = false;
        while (index < end)
        {
            var low = Take(pattern, ref index);
            var high = index + 1 < end && pattern[index] == '-' ? TakeHigh(pattern, ref index) : low;
            found |= low <= actual && actual <= high;
        }

        return found != negated;
    }

    private static char TakeHigh(string pattern, ref int index)
    {
        index++;
        return Take(pattern, ref index);
    }

    private static char Take(string pattern, ref int index)
    {
        if (pattern[index] == '\\')
        {
            index++;
        }

        return pattern[index++];
    }
}

using System.Text;

namespace Slipway.Dockerfiles.Substitution;

/// <summary>A pattern of <c>${name#pattern}</c> and its like: <c>*</c> is any text, <c>?</c> any character.</summary>
internal sealed class VariablePattern
{
    private const char Any = '\uE000';
    private const char One = '\uE001';

    private readonly string _pattern;

    public VariablePattern(string pattern)
    {
        var text = new StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] != '\\')
            {
                text.Append(pattern[index] switch { '*' => Any, '?' => One, var c => c });
                continue;
            }

            index++;
            if (index >= pattern.Length || pattern[index] is not ('*' or '?' or '\\' or '}' or '/'))
            {
                throw new ExpansionException($"the pattern {pattern} escapes what has no meaning");
            }

            text.Append(pattern[index]);
        }

        _pattern = text.ToString();
    }

    public string TrimStart(string value, bool greedy) => Ends(value, 0, greedy) is { } end ? value[end..] : value;

    public string TrimEnd(string value, bool greedy)
    {
        var starts = Enumerable.Range(0, value.Length + 1);
        foreach (var start in greedy ? starts : starts.Reverse())
        {
            if (AllEnds(value, start)[value.Length])
            {
                return value[..start];
            }
        }

        return value;
    }

    public string Replace(string value, string replacement, bool all)
    {
        var result = new StringBuilder();
        var position = 0;
        while (position <= value.Length)
        {
            if (Ends(value, position, greedy: true) is not { } end)
            {
                if (position < value.Length)
                {
                    result.Append(value[position]);
                }

                position++;
                continue;
            }

            result.Append(replacement);
            if (!all)
            {
                return result.Append(value, end, value.Length - end).ToString();
            }

            // A match of nothing would be found again and again.
            if (end == position && position < value.Length)
            {
                result.Append(value[position]);
            }

            position = Math.Max(end, position + (end == position ? 1 : 0));
            if (position == value.Length)
            {
                break;
            }
        }

        return result.ToString();
    }

    private int? Ends(string value, int start, bool greedy)
    {
        var ends = AllEnds(value, start);
        var index = greedy ? Array.LastIndexOf(ends, value: true) : Array.IndexOf(ends, value: true);
        return index < 0 ? null : index;
    }

    /// <summary>Where matches that begin at a place may end.</summary>
    private bool[] AllEnds(string value, int start)
    {
        var ends = new bool[value.Length + 1];
        ends[start] = true;
        foreach (var character in _pattern)
        {
            var next = new bool[ends.Length];
            var reached = false;
            for (var index = start; index < ends.Length; index++)
            {
                if (character == Any)
                {
                    next[index] = reached |= ends[index];
                }
                else if (ends[index] && index < value.Length && (character == One || value[index] == character))
                {
                    next[index + 1] = true;
                }
            }

            ends = next;
        }

        return ends;
    }
}

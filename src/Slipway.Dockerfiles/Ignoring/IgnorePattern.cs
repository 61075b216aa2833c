namespace Slipway.Dockerfiles.Ignoring;

/// <summary>One pattern of a .dockerignore, matched against one path.</summary>
internal sealed class IgnorePattern
{
    private const string Reserved = "*?[\\";

    private readonly string _pattern;
    private readonly bool _isSuffix;

    private IgnorePattern(string pattern, bool keeps)
    {
        (_pattern, Keeps) = (pattern, keeps);
        // A leading ** before plain text means "ends with", even in the middle of a name.
        _isSuffix = pattern.StartsWith("**", StringComparison.Ordinal) && pattern.AsSpan(2).IndexOfAny(Reserved) < 0;
    }

    /// <summary>Whether what matches is kept although an earlier pattern ignores it.</summary>
    public bool Keeps { get; }

    /// <summary>The pattern without the exclamation mark, as the engine cleans it.</summary>
    public string Text => _pattern;

    /// <summary>Whether it could match something although it names nothing exactly.</summary>
    public bool IsWild => _pattern.AsSpan().IndexOfAny(Reserved) >= 0;

    /// <summary>Reads a pattern.</summary>
    /// <param name="line">The line without blanks around it, not empty and no comment.</param>
    /// <param name="problem">Why the engine refuses it.</param>
    /// <returns>The pattern, or null.</returns>
    public static IgnorePattern? Read(string line, out string? problem)
    {
        var keeps = line[0] == '!';
        var text = keeps ? line[1..].Trim() : line;
        problem = text.Length == 0 ? "a ! without a pattern" : null;
        if (problem is not null)
        {
            return null;
        }

        var pattern = Clean(text);
        if (HasOpenClass(pattern))
        {
            problem = $"the pattern {text} is malformed";
        }

        return problem is null ? new(pattern, keeps) : null;
    }

    public bool Matches(string path)
    {
        if (!_isSuffix)
        {
            return MatchAt(path);
        }

        var suffix = _pattern[2..];
        return path.EndsWith(suffix, StringComparison.Ordinal) || (suffix is ['/', .. var rest] && path == rest);
    }

    private static string Clean(string text)
    {
        var pattern = Stages.ContainerPath.Clean(text);
        return pattern.Length > 1 && pattern[0] == '/' ? pattern[1..] : pattern;
    }

    private static bool HasOpenClass(string pattern)
    {
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == '\\')
            {
                if (++index == pattern.Length)
                {
                    return true;
                }
            }
            else if (pattern[index] == '[')
            {
                var end = GlobClass.End(pattern, index);
                if (end < 0)
                {
                    return true;
                }

                index = end;
            }
        }

        return false;
    }

    /// <summary>Follows all ways to match at once, so that no pattern takes long.</summary>
    private bool MatchAt(string path)
    {
        var reached = new bool[path.Length + 1];
        reached[0] = true;
        for (var index = 0; index < _pattern.Length;)
        {
            reached = Advance(path, reached, ref index);
        }

        return reached[path.Length];
    }

    private bool[] Advance(string path, bool[] reached, ref int index)
    {
        var next = new bool[reached.Length];
        var character = _pattern[index];
        if (character == '*' && index + 1 < _pattern.Length && _pattern[index + 1] == '*')
        {
            index += 2;
            if (index < _pattern.Length && _pattern[index] == '/')
            {
                index++;
            }

            SkipFolders(path, reached, next, atEnd: index == _pattern.Length);
            return next;
        }

        var (classStart, end) = (index, character == '[' ? GlobClass.End(_pattern, index) : index);
        if (character == '\\')
        {
            character = _pattern[++end];
        }

        index = end + 1;
        var isEscaped = end != classStart && _pattern[classStart] == '\\';
        var spreads = false;
        for (var place = 0; place < reached.Length; place++)
        {
            if (!isEscaped && character == '*')
            {
                spreads = reached[place] || (spreads && path[place - 1] != '/');
                next[place] = spreads;
            }
            else if (reached[place] && place < path.Length && MatchesOne(path[place], character, isEscaped, classStart))
            {
                next[place + 1] = true;
            }
        }

        return next;
    }

    private bool MatchesOne(char actual, char expected, bool isEscaped, int classStart) =>
        isEscaped ? actual == expected
        : expected == '?' ? actual != '/'
        : expected == '[' ? GlobClass.Matches(_pattern, classStart, actual)
        : actual == expected;

    /// <summary><c>**</c>: any text at the end of a pattern, otherwise nothing or any number of folders.</summary>
    private static void SkipFolders(string path, bool[] reached, bool[] next, bool atEnd)
    {
        var open = false;
        for (var place = 0; place < reached.Length; place++)
        {
            next[place] = reached[place] || (open && (atEnd || path[place - 1] == '/'));
            open |= reached[place];
        }
    }
}

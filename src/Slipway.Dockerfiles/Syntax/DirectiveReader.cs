using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Reads parser directives, which only count before everything else.</summary>
internal sealed class DirectiveReader
{
    private readonly List<Directive> _found = [];
    private bool _ended;

    public IReadOnlyList<Directive> Found => _found;

    public char Escape { get; private set; } = '\\';

    /// <summary>Looks at the next line of the file.</summary>
    /// <param name="line">The line without leading blanks and line break.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="problem">Why the engine refuses it, if so.</param>
    /// <returns>Whether it is a directive.</returns>
    public bool Take(ReadOnlySpan<char> line, TextSpan span, out string? problem)
    {
        problem = null;
        if (_ended || !Split(line, out var name, out var value) || name is not ("syntax" or "escape" or "check"))
        {
            _ended = true;
            return false;
        }

        if (_found.Any(d => d.Name == name))
        {
            problem = $"only one {name} directive is allowed";
        }
        else if (name == "escape" && value is not ("\\" or "`"))
        {
            problem = $"the escape character must be \\ or `, not {value}";
        }
        else if (name == "escape")
        {
            Escape = value[0];
        }

        _found.Add(new(name, value, span));
        return true;
    }

    private static bool Split(ReadOnlySpan<char> line, out string name, out string value)
    {
        (name, value) = (string.Empty, string.Empty);
        if (line.IsEmpty || line[0] != '#')
        {
            return false;
        }

        var text = line[1..].TrimStart();
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end == 0 || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        var rest = text[end..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=' || rest[1..].Trim().IsEmpty)
        {
            return false;
        }

        (name, value) = (text[..end].ToString().ToLowerInvariant(), rest[1..].Trim().ToString());
        return true;
    }
}

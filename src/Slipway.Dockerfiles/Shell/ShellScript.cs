using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Shell;

/// <summary>
/// A shell script as far as its commands go: enough to read calls of package managers, not to run anything. It follows
/// "Shell Command Language" of POSIX.1-2017 and what bash adds.
/// </summary>
public sealed class ShellScript
{
    internal ShellScript(IReadOnlyList<ShellCommand> commands, bool isList, bool hasComment) => (Commands, IsList, HasComment) = (commands, isList, hasComment);

    /// <summary>All commands in the order of the text, those within groups, substitutions and <c>sh -c</c> included.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; }

    /// <summary>Whether it is nothing but commands joined at the top: no groups, loops, conditions or functions.</summary>
    public bool IsList { get; }

    /// <summary>Whether a comment follows some command.</summary>
    public bool HasComment { get; }

    /// <summary>The commands at the top.</summary>
    public IEnumerable<ShellCommand> Top => Commands.Where(c => c.Depth == 0 && c.Runner is null);

    /// <summary>Reads a script. Any text is accepted.</summary>
    /// <param name="text">The script.</param>
    /// <param name="escape">The escape character of the shell: a backslash but for PowerShell and cmd.</param>
    /// <returns>The script.</returns>
    public static ShellScript Parse(LogicalText text, char escape = '\\') => new ShellParser(text, escape).Parse();

    /// <summary>A command in JSON form, with the script that a shell among its words runs.</summary>
    /// <param name="words">The strings of the JSON form.</param>
    /// <param name="all">The text that they stand in.</param>
    /// <returns>The script.</returns>
    internal static ShellScript OfWords(IReadOnlyList<Word> words, LogicalText all)
    {
        var command = new ShellCommand
        {
            Words = [.. words.Select(w => new ShellWord(w.Text, w.Content, IsPlain: true, Expands: false))],
            Assignments = [],
            Redirections = [],
            Joint = string.Empty,
            Depth = 0,
            Content = all,
        };
        return new([command, .. Runners.RunBy(command)], isList: true, hasComment: false);
    }
}

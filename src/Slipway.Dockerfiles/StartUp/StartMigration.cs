using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>A command within a start that seems to migrate a database.</summary>
/// <param name="Tool">What migrates; null when only the command's words say that it does.</param>
/// <param name="Command">The command as it is written, on one line.</param>
public sealed record StartMigration(string? Tool, string Command)
{
    private const int LongestScript = 64 * 1024;

    private static readonly string[] Others = ["status", "create", "generate", "make", "rollback", "down", "new", "check", "list", "plan", "dry", "wait"];

    /// <summary>What only looks at files, moves them, or says something.</summary>
    private static readonly string[] Harmless =
    [
        "echo", "printf", "test", "[", "[[", "export", "set", "if", "sleep", "find", "ls", "cp", "mv", "mkdir", "cd", "rm", "chown", "chmod", "cat", "tar",
        "ln", "rsync", "sed", "grep", "touch",
    ];

    /// <summary>Looks for one.</summary>
    /// <param name="words">The words of a start command; with a shell, its script is looked into.</param>
    /// <returns>The first one; null when no command migrates.</returns>
    public static StartMigration? Of(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words.Sum(w => w.Length) > LongestScript)
        {
            return null;
        }

        var commands = words.Count == 1 ? Parse(words[0]) : words is [_, "-c" or "-ec" or "-lc" or "-euc" or "-exc", var script, ..] ? Parse(script)
            : Parse(Joined(words));
        return commands.Select(c => MigrationCalls.Of(c) is { } tool ? new StartMigration(tool, Text(c)) : null).FirstOrDefault(m => m is not null)
            ?? commands.Where(SaysSo).Select(c => new StartMigration(null, Text(c))).FirstOrDefault();
    }

    /// <summary>Looks for one in what a Dockerfile starts, and in the scripts of the build context that this leads to.</summary>
    /// <param name="target">The name of the stage that is built, in any case; null for the last one.</param>
    /// <param name="build">The build context; without its files no script is found.</param>
    /// <param name="entrypoint">The words that the container is given in place of those of ENTRYPOINT; null for none.</param>
    /// <param name="arguments">The words that it is given in place of those of CMD; null for none.</param>
    /// <returns>The first one, with the file and line of its script; null when no command migrates with what the container is given.</returns>
    public static StartMigration? Of(
        SourceText dockerfile, string? target, BuildContext build, IReadOnlyList<string>? entrypoint = null, IReadOnlyList<string>? arguments = null)
    {
        var context = new LintContext(Dockerfile.Parse(dockerfile), new LintSettings(), build);
        if ((target is null ? context.Final : context.Stages.FirstOrDefault(s => target.Equals(s.Name, StringComparison.OrdinalIgnoreCase))) is not { } built)
        {
            return null;
        }

        var commands = StartUpReader.Read(context, built, entrypoint, arguments).Where(c => !c.IsLeftOut).ToList();
        return commands.Select(c => MigrationCalls.Of(c.Command) is { } tool ? new StartMigration(tool, Shown(c)) : null).FirstOrDefault(m => m is not null)
            ?? commands.Where(c => SaysSo(c.Command)).Select(c => new StartMigration(null, Shown(c))).FirstOrDefault();
    }

    private static List<ShellCommand> Parse(string script) =>
        [.. ShellScript.Parse(LogicalText.Of(SourceText.From(string.Empty, script), new(0, script.Length))).Commands];

    private static string Joined(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => word.Any(sign => char.IsWhiteSpace(sign)
        || sign is ';' or '&' or '|') ? $"'{word}'" : word));

    /// <summary>Whether a word of its own says that it migrates, such as <c>db migrate</c>, <c>migrate.py</c> or <c>run-migrations</c>.</summary>
    private static bool SaysSo(ShellCommand command) =>
        !Harmless.Contains(command.Name)
        && command.Words.Any(written => Path.GetFileName(written.Text).ToLowerInvariant() is var word && word.Contains("migrat", StringComparison.Ordinal)
            && !word.Contains('=', StringComparison.Ordinal) && !Others.Any(o => word.Contains(o, StringComparison.Ordinal)))
        && !command.Words.Any(w => Others.Contains(w.Text));

    private static string Shown(StartUpCommand command) => command.Where.Length == 0 ? Text(command.Command) : $"{Text(command.Command)} ({command.Where})";

    private static string Text(ShellCommand command) => string.Join(' ', command.Words.Select(w => w.Text.ReplaceLineEndings(" ")));
}

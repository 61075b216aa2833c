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

    private static readonly string[] Others = ["status", "create", "generate", "make", "rollback", "down", "new", "check", "list", "plan", "dry"];

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
    /// <param name="hasCommand">Whether the container is given words of its own in place of those of CMD.</param>
    /// <returns>The first one, with the file and line of its script; null when no command migrates.</returns>
    public static StartMigration? Of(SourceText dockerfile, string? target, BuildContext build, bool hasCommand)
    {
        var context = new LintContext(Dockerfile.Parse(dockerfile), new LintSettings(), build);
        var built = target is null ? context.Final : context.Stages.FirstOrDefault(s => target.Equals(s.Name, StringComparison.OrdinalIgnoreCase));
        var commands = context.Named("CMD").Select(s => s.Instruction.Span).ToList();
        return built?.Chain().Select(s => StartUpReader.Read(context, s)).FirstOrDefault(c => c.Count > 0)?
            .Where(c => !c.IsChosen && !(hasCommand && commands.Exists(s => s.Start <= c.Span.Start && c.Span.Start < s.End)))
            .Select(c => MigrationCalls.Of(c.Command) is { } tool ? new StartMigration(tool, $"{c}") : null)
            .FirstOrDefault(m => m is not null);
    }

    private static List<ShellCommand> Parse(string script) =>
        [.. ShellScript.Parse(LogicalText.Of(SourceText.From(string.Empty, script), new(0, script.Length))).Commands];

    private static string Joined(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => word.Any(sign => char.IsWhiteSpace(sign)
        || sign is ';' or '&' or '|') ? $"'{word}'" : word));

    /// <summary>Whether a word of its own says that it migrates, such as <c>db migrate</c>, <c>migrate.py</c> or <c>run-migrations</c>.</summary>
    private static bool SaysSo(ShellCommand command) =>
        command.Name is not ("echo" or "printf" or "test" or "[" or "export" or "set" or "if" or "sleep")
        && command.Words.Any(written => Path.GetFileName(written.Text).ToLowerInvariant() is var word && word.Contains("migrat", StringComparison.Ordinal)
            && !word.Contains('=', StringComparison.Ordinal) && !Others.Any(o => word.Contains(o, StringComparison.Ordinal)))
        && !command.Words.Any(w => Others.Contains(w.Text));

    private static string Text(ShellCommand command) => string.Join(' ', command.Words.Select(w => w.Text.ReplaceLineEndings(" ")));
}

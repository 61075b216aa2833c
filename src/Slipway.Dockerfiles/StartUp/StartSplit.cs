using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>A start command that migrates the database before it starts anything, taken apart.</summary>
/// <param name="Tool">What migrates, for people.</param>
/// <param name="Migration">The command that migrates, word by word.</param>
/// <param name="Start">The command that is left, word by word; within a shell where it needs one.</param>
public sealed record StartSplit(string Tool, IReadOnlyList<string> Migration, IReadOnlyList<string> Start)
{
    /// <summary>Takes a command apart.</summary>
    /// <param name="words">The words of CMD, such as <c>sh</c>, <c>-c</c> and a script.</param>
    /// <returns>Its parts, or null when it doesn't migrate first, or not in a way that can be taken away without changing anything else.</returns>
    public static StartSplit? Of(IReadOnlyList<string> words)
    {
        if (words is not [var shell, var option, var text] || option is not ("-c" or "-ec" or "-lc") || !Runners.IsShell(shell[(shell.LastIndexOf('/') + 1)..]))
        {
            return null;
        }

        var script = ShellScript.Parse(LogicalText.Of(SourceText.From(string.Empty, text), new(0, text.Length)));
        if (!script.IsList || script.HasComment || script.Commands.Any(c => c.Depth > 0))
        {
            return null;
        }

        if (script.Top.ToList() is not [var migration, var next, .. var rest] || !IsSimple(migration) || next.Joint is not ("&&" or ";"))
        {
            return null;
        }

        // What npx and the like run is a command as well.
        var tool = script.Commands.Where(c => c == migration || c.Runner == migration).Select(MigrationCalls.Of).FirstOrDefault(t => t is not null);
        return tool is null
            ? null
            : new(tool, WordsOf(migration), rest.Count == 0 && IsSimple(next) ? WordsOf(next) : [shell, option, text[next.Span.Start..]]);
    }

    private static bool IsSimple(ShellCommand command) =>
        command is { Words.Count: > 0, Assignments.Count: 0, Redirections.Count: 0, Runner: null } && command.Words.All(w => !w.Expands);

    /// <summary>A shell that is replaced by the command is the same as no shell.</summary>
    private static string[] WordsOf(ShellCommand command) =>
        [.. command.Words.Skip(command.Name == "exec" && command.Words.Count > 1 ? 1 : 0).Select(w => w.Text)];
}

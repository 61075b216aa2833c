using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>A rule about what runs at each start of a container.</summary>
/// <param name="info">What it is about.</param>
internal abstract class StartUpRule(RuleInfo info) : StageRule(info)
{
    private static readonly string[] Preparations =
        [
            "echo", "printf", "set", "cd", "export", "sleep", "[", "test", "[[", "wait-for-it", "wait-for-it.sh", "wait-for", "wait-for.sh",
            "dockerize", "pg_isready", "nc", "until", "true", ":", "mkdir", "chown", "env", "source", ".", "date",
        ];

    protected sealed override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        var commands = StartUpReader.Read(context, stage);
        // A container that does nothing else is a job, which is what a migration should be.
        var starts = commands.Any(c => c.Command.Words.Count > 0 && !IsPreparation(c) && Describe(c) is null);
        return from command in commands
               where !command.IsChosen && (starts || !AllowsJobs)
               // Of env and what it runs, the latter says it.
               where !commands.Any(c => ReferenceEquals(c.Command.Runner, command.Command) && Describe(c) is not null)
               let what = Describe(command)
               where what is not null
               group (command, what) by (command.Span, what) into same
               select At(context, same.Key.Span, same.Key.what, FixOf(context, same.First().command));
    }

    protected virtual bool AllowsJobs => true;

    /// <summary>What is wrong with a command, or null.</summary>
    protected abstract string? Describe(StartUpCommand command);

    /// <summary>How a command is taken away, or null for the rule's refusal.</summary>
    protected virtual Fix? FixOf(LintContext context, StartUpCommand command) => null;

    private bool IsPreparation(StartUpCommand command) =>
        Preparations.Contains(command.Command.Name)
        || Shell.Runners.IsShell(command.Command.Name)
        || Shell.Runners.RunBy(command.Command).Any(c => Describe(command with { Command = c }) is not null)
        || command.Command.Name.EndsWith(".sh", StringComparison.Ordinal);
}

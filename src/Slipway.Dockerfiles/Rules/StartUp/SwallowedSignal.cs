using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>A shell stands between the engine and the application and doesn't pass SIGTERM on.</summary>
internal sealed class SwallowedSignal() : StepRule(
    new(
        "SLD207",
        Severity.Warning,
        "Let the application have the signals",
        "docker stop sends SIGTERM to the shell, which doesn't pass it on: the application is killed after ten seconds, in the middle of its requests.",
        "more than a list of commands runs, so which of them should have the signals isn't known"),
    "CMD",
    "ENTRYPOINT")
{
    private static readonly string[] Builtins =
        ["exit", "wait", "true", "false", ":", "cd", "export", "set", "source", ".", "eval", "trap", "echo", "return", "exec"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.IsTrigger || step.Instruction.Words.Count == 0)
        {
            yield break;
        }

        var isShellForm = !step.Instruction.IsJson;
        var commands = (isShellForm ? step.Script.Top : step.Script.Commands.Where(c => IsRunByShell(c, step))).ToList();
        if (commands.Count == 0 || commands.Any(c => c.Name == "exec") || step.Script.Commands.Any(c => c.Name == "trap"))
        {
            yield break;
        }

        yield return At(
            context,
            commands[^1].Words.Count > 0 ? commands[^1].Words[0].Span : step.Instruction.Span,
            $"{commands[^1].Name} runs below a shell that doesn't pass SIGTERM on",
            FixOf(commands, step));
    }

    private static bool IsRunByShell(ShellCommand command, Step step) =>
        command.Runner is { Runner: null } runner && Runners.IsShell(runner.Name) && runner == step.Script.Commands[0];

    private Fix? FixOf(List<ShellCommand> commands, Step step)
    {
        var last = commands[^1];
        var isPlain = commands.All(c => c.Depth == 0 && c.Joint is "" or "&&" or ";") && step.Script.Commands.All(c => c.Depth == 0) && !step.Script.HasComment;
        var canReplace = last.Words.Count > 0
            && last.Assignments.Count == 0
            && !Builtins.Contains(last.Name)
            && step.Script.IsList
            && !step.Instruction.Rest.Text.TrimEnd().EndsWith('&');
        return isPlain && canReplace
            ? Fix.Of($"lets {last.Name} take the place of the shell, so that it has the signals", TextEdit.Insert(last.Words[0].Span.Start, "exec "))
            : Fix.Refused(Info.Refusal);
    }
}

using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A package manager leaves its cache in the image.</summary>
/// <param name="info">What it is about.</param>
/// <param name="folders">Where the cache is.</param>
internal abstract class CleanRule(RuleInfo info, params string[] folders) : StepRule(info, "RUN")
{
    protected const string Because = "What a step leaves behind stays in the image, whatever later steps delete.";
    protected const string Refusal = "a cache mount serves the purpose better: see SLD102";

    protected sealed override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var commands = step.Script.Commands;
        var index = commands.ToList().FindIndex(Fills);
        if (index < 0
            || commands.Skip(index).Any(c => Cleans(commands[index], c))
            || folders.Any(f => CacheMount.Covers(step, f)) || !IsShipped(context, step.Stage))
        {
            yield break;
        }

        yield return At(context, commands[index].Span, $"{commands[index].Name} {commands[index].Verb} leaves {folders[0]} in the image");
    }

    protected abstract bool Fills(ShellCommand command);

    /// <summary>Whether a command removes what another has left.</summary>
    protected abstract bool Cleans(ShellCommand filled, ShellCommand command);

    protected static bool Removes(ShellCommand command, string folder) =>
        command.Name == "rm" && command.HasOption("r") && command.Operands().Any(w => w.Text.StartsWith(folder, StringComparison.Ordinal));

    // What is in a stage that nothing is based on never leaves the build.
    private static bool IsShipped(LintContext context, Stage stage) => context.Final == stage || context.Stages.Any(s => s.Parent == stage);
}

using Slipway.Deployment.Images;
using Slipway.Deployment.Planning.Steps;
using Slipway.Dockerfiles.Progress;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Runs programs.</summary>
/// <param name="commands">The seam to them.</param>
/// <param name="built">Told the steps of builds and how long they took.</param>
internal sealed class CommandStepHandler(ICommandRunner commands, Action<IReadOnlyList<BuildStep>>? built = null) : StepHandler<CommandStep>
{
    protected override async Task ExecuteAsync(CommandStep step, StepOutput output, CancellationToken cancellation)
    {
        // Commands that build nothing print nothing that the reader takes.
        var build = new BuildProgress();
        var outcome = await commands.RunAsync(step.Line, l => { build.Read(l); output.Line(l); }, cancellation);
        if (outcome.ExitCode == 0)
        {
            Tell(build, output);
            return;
        }

        if (!step.ContinueOnError && RegistryRefusal.In(outcome.LastErrors) is { } refusal)
        {
            throw StepFailure.Of(step, refusal.Sentence, ExitCode.MissingPart, refusal.Remedy);
        }

        var reason = $"exit code {outcome.ExitCode}: {string.Join(Environment.NewLine + "  ", outcome.LastErrors)}";
        if (!step.ContinueOnError)
        {
            throw StartFailure.In(outcome.LastErrors) is { } sentence ? StepFailure.Of(step, sentence, ExitCode.NotReady) : StepFailure.Of(step, reason);
        }

        output.Note($"{step.Command}: {reason}; going on without");
    }

    private void Tell(BuildProgress build, StepOutput output)
    {
        if (build.Summary() is { } summary)
        {
            output.Note(summary);
            built?.Invoke(build.Steps);
        }
    }
}

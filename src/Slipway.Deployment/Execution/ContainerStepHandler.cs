using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Stops, starts and enters containers by the engine's API.</summary>
internal sealed class ContainerStepHandler(EngineClient engine) : StepHandler<ContainerStep>
{
    protected override async Task ExecuteAsync(ContainerStep step, StepOutput output, CancellationToken cancellation)
    {
        try
        {
            await ActAsync(step, cancellation);
        }
        catch (SlipwayException failure) when (step.ContinueOnError)
        {
            output.Note($"{failure.Message}; going on without");
        }
    }

    private async Task ActAsync(ContainerStep step, CancellationToken cancellation)
    {
        if (step.Action != ContainerAction.Execute)
        {
            if (!await engine.ActAsync(step.Container, step.Action.ToString().ToLowerInvariant(), cancellation))
            {
                throw StepFailure.Of(step, "there is no such container");
            }

            return;
        }

        var outcome = await engine.ExecuteAsync(step.Container, step.Words, cancellation);
        if (outcome.ExitCode != 0)
        {
            throw StepFailure.Of(step, $"exit code {outcome.ExitCode}: {string.Join("; ", outcome.LastErrors)}");
        }
    }
}

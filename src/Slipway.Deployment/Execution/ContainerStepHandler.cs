using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Stops, starts, renames, removes and enters containers by the engine's API.</summary>
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
            if (!await (step.Action switch
            {
                ContainerAction.Start => StartAsync(step, cancellation),
                ContainerAction.Rename => engine.RenameAsync(step.Container, step.Words[0], cancellation),
                ContainerAction.Remove => RemoveAsync(step, cancellation),
                _ => engine.ActAsync(step.Container, step.Action.ToString().ToLowerInvariant(), cancellation),
            }))
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

    private async Task<bool> RemoveAsync(ContainerStep step, CancellationToken cancellation)
    {
        await engine.RemoveAsync(step.Container, cancellation);
        return true;
    }

    // An engine that does not start a container does not like what is in it: a program that is not there, say.
    private async Task<bool> StartAsync(ContainerStep step, CancellationToken cancellation)
    {
        try
        {
            return await engine.ActAsync(step.Container, "start", cancellation);
        }
        catch (SlipwayException failure) when (failure.Code == ExitCode.Failed)
        {
            throw StepFailure.Of(step, failure.Message, ExitCode.NotReady);
        }
    }
}

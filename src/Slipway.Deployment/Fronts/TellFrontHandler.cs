using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Fronts;

/// <summary>Tells the front by the engine's API.</summary>
/// <param name="time">The clock.</param>
internal sealed class TellFrontHandler(EngineClient engine, TimeProvider time) : StepHandler<TellFrontStep>
{
    // The command only asks for it: until new workers have begun, the old ones go on with what they know.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(TellFrontStep step, StepOutput output, CancellationToken cancellation)
    {
        try
        {
            if (step.Words.Count > 0 && await TellAsync(step, output, cancellation))
            {
                await Task.Delay(Settling, time, cancellation);
                return;
            }

            if (!await engine.ActAsync(step.Container, "restart", cancellation))
            {
                throw StepFailure.Of(step, "there is no such container");
            }
        }
        catch (SlipwayException failure) when (step.ContinueOnError)
        {
            output.Note($"{failure.Message}; going on without");
        }
    }

    private async Task<bool> TellAsync(TellFrontStep step, StepOutput output, CancellationToken cancellation)
    {
        using var state = await engine.GetAsync($"containers/{Uri.EscapeDataString(step.Container)}/json", cancellation);
        if (state?.RootElement.GetProperty("State").GetProperty("Running").GetBoolean() == false)
        {
            output.Note($"{step.Container} does not run: it is started");
            return false;
        }

        var outcome = await engine.ExecuteAsync(step.Container, step.Words, cancellation);
        if (outcome.ExitCode == 0)
        {
            return true;
        }

        var errors = string.Join("; ", outcome.LastErrors);
        if (!step.RestartsIfRefused)
        {
            throw StepFailure.Of(step, $"it ended with {outcome.ExitCode} ({errors}), and goes on with what it knew");
        }

        output.Note($"{step.Command} ended with {outcome.ExitCode} ({errors}): {step.Container} is started anew instead");
        return false;
    }
}

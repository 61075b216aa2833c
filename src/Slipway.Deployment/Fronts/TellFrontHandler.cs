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
            if (step.Words.Count > 0)
            {
                var outcome = await engine.ExecuteAsync(step.Container, step.Words, cancellation);
                if (outcome.ExitCode == 0)
                {
                    await Task.Delay(Settling, time, cancellation);
                    return;
                }

                output.Note(
                    $"{step.Command} ended with {outcome.ExitCode} ({string.Join("; ", outcome.LastErrors)}): {step.Container} is started anew instead");
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
}

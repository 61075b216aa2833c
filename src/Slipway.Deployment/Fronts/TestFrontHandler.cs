using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Fronts;

/// <summary>Tests the front's configuration by the engine's API.</summary>
internal sealed class TestFrontHandler(EngineClient engine) : StepHandler<TestFrontStep>
{
    // What does not run yet has no name: it may have one when the front is told.
    private const string Unknown = "host not found";

    protected override async Task ExecuteAsync(TestFrontStep step, StepOutput output, CancellationToken cancellation)
    {
        var outcome = await engine.ExecuteAsync(step.Container, step.Words, cancellation);
        if (outcome.ExitCode != 0 && outcome.LastErrors.Any(e => e.Contains(Unknown, StringComparison.Ordinal)))
        {
            output.Note($"{step.Command} can't tell whether it would be taken: {string.Join("; ", outcome.LastErrors)}");
        }
        else if (outcome.ExitCode != 0)
        {
            throw new SlipwayException(
                ExitCode.Refused,
                $"Preflight refuses, nothing was changed: {step.Container} would not take its configuration as it is on disk by now: "
                    + string.Join("; ", outcome.LastErrors),
                $"mend it, until {step.Command} says that it is sound");
        }
    }
}

using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Jobs;

/// <summary>Runs jobs. One that is given up is stopped: nothing works on unseen.</summary>
/// <param name="engine">The engine's API.</param>
/// <param name="commands">Runs docker.</param>
/// <param name="time">The clock.</param>
internal sealed class RunJobHandler(EngineClient engine, ICommandRunner commands, TimeProvider time) : StepHandler<RunJobStep>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(RunJobStep step, StepOutput output, CancellationToken cancellation)
    {
        CommandOutcome outcome;
        try
        {
            outcome = await commands.RunAsync(new CommandLine(["docker", "start", "--attach", step.Container]), output.Note, cancellation);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(step, output);
            throw;
        }

        if (outcome.ExitCode != 0)
        {
            throw StepFailure.Of(
                step, $"the job {step.Service} ended with exit code {outcome.ExitCode}",
                    remedy: "mend the job and deploy again");
        }
    }

    private async Task StopAsync(RunJobStep step, StepOutput output)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await engine.ActAsync(step.Container, "stop", patience.Token);
        }
        catch (Exception e) when (e is SlipwayException or OperationCanceledException or IOException)
        {
            output.Note($"{step.Container} can't be stopped: {e.Message}; docker stop {step.Container} does");
        }
    }
}

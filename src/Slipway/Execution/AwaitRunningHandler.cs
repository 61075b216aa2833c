using Slipway.Engine;
using Slipway.Errors;
using Slipway.Planning.Steps;

namespace Slipway.Execution;

/// <summary>Waits for a container without an HTTP port by the engine's events.</summary>
/// <param name="engine">The engine.</param>
/// <param name="failed">Shows why it did not get ready.</param>
internal sealed class AwaitRunningHandler(EngineClient engine, FailedContainer failed) : StepHandler<AwaitRunningStep>
{
    protected override async Task ExecuteAsync(AwaitRunningStep step, StepOutput output, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(step.Timeout);
        ContainerState state;
        try
        {
            state = await new ContainerWatch(engine).UntilAsync(step.Container, s => s.IsLost || IsUp(s) || s.Health == "unhealthy", timer.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            state = await ContainerState.ReadAsync(engine, step.Container, cancellation);
        }

        if (!IsUp(state))
        {
            await failed.ShowLogAsync(step.Container, output);
            throw new SlipwayException(
                ExitCode.NotReady,
                $"{step.Container} did not come up: it is {state.State}{(state.Health is null ? string.Empty : $" and {state.Health}")}, exit code {state.ExitCode}",
                "mend the new release and deploy again");
        }
    }

    private static bool IsUp(ContainerState state) => state is { State: "running", Health: null or "healthy" };
}

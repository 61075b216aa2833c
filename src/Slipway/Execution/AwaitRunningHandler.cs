using Slipway.Engine;
using Slipway.Errors;
using Slipway.Planning.Steps;

namespace Slipway.Execution;

/// <summary>Waits for a container without an HTTP port by the engine's events.</summary>
/// <param name="engine">The engine.</param>
/// <param name="failed">Shows why it did not get ready.</param>
internal sealed class AwaitRunningHandler(EngineClient engine, FailedContainer failed) : StepHandler<AwaitRunningStep>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(AwaitRunningStep step, StepOutput output, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(step.Timeout);
        var probing = ProbeAsync(step.Container, timer.Token);
        var watching = new ContainerWatch(engine).UntilAsync(step.Container, s => s.IsLost || IsUp(s) || s.Health == "unhealthy", timer.Token);
        var first = await Task.WhenAny(probing, watching);
        if (first == probing && probing.IsFaulted)
        {
            // Whatever kept the probe from being asked, the engine's own health check goes on.
            await Task.WhenAny(watching);
        }

        var up = probing.IsCompletedSuccessfully;
        await timer.CancelAsync();
        await Task.WhenAny(Task.WhenAll(probing, watching));
        cancellation.ThrowIfCancellationRequested();
        var state = await ContainerState.ReadAsync(engine, step.Container, cancellation);
        if (state.State != "running" || (!up && !IsUp(state)))
        {
            await failed.ShowLogAsync(step.Container, output);
            throw new SlipwayException(
                ExitCode.NotReady,
                $"{step.Container} did not come up: it is {state.State}{(state.Health is null ? string.Empty : $" and {state.Health}")}, exit code {state.ExitCode}",
                "mend the new release and deploy again");
        }
    }

    // The engine asks its health check only every so often: the same command is asked here until it says yes.
    private async Task ProbeAsync(string container, CancellationToken cancellation)
    {
        while (true)
        {
            var state = await ContainerState.ReadAsync(engine, container, cancellation);
            if (state.State == "running" && (state.Probe.Count == 0 || (await engine.ExecuteAsync(container, state.Probe, cancellation)).ExitCode == 0))
            {
                return;
            }

            await Task.Delay(Interval, cancellation);
        }
    }

    private static bool IsUp(ContainerState state) => state is { State: "running", Health: null or "healthy" };
}

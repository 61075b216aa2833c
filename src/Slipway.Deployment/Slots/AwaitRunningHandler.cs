using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Slots;

/// <summary>Waits for a container without an HTTP port by the engine's events.</summary>
/// <param name="failed">Shows why it did not get ready.</param>
/// <param name="time">The clock.</param>
internal sealed class AwaitRunningHandler(EngineClient engine, ContainerDiagnostics failed, TimeProvider time) : StepHandler<AwaitRunningStep>
{
    // For 5 s and more; then it is asked anew, so that nothing stays behind in a container that is given up.
    private const string Patiently = """n=0; while [ $n -lt 100 ]; do "$@" >/dev/null 2>&1 && exit 0; n=$((n+1)); sleep 0.05 || sleep 1; done; exit 1""";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(AwaitRunningStep step, StepOutput output, CancellationToken cancellation)
    {
        if (step.NeedsCheck && (await ContainerState.ReadAsync(engine, step.Container, cancellation)) is { State: not "missing", Probe.Count: 0 })
        {
            throw StepFailure.Of(
                step, "it has no health check, which \"health: container\" in slipway.yaml waits for", ExitCode.NotReady, "give it one, or name a path");
        }

        using var limit = new CancellationTokenSource(step.Timeout, time);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
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
            var health = state.Health is null ? string.Empty : $" and {state.Health}";
            var reason = $"{step.Container} did not come up: it is {state.State}{health}, {state.End}";
            output.Note(reason);
            await failed.ShowLogAsync(step.Container, output);
            throw new SlipwayException(ExitCode.NotReady, reason, "mend the new release and deploy again");
        }
    }

    // The engine asks its health check only every so often: the same command is asked here until it says yes, by a shell in the
    // container if there is one. To enter a container takes longer than to boot.
    private async Task ProbeAsync(string container, CancellationToken cancellation)
    {
        var hasShell = true;
        while (true)
        {
            var state = await ContainerState.ReadAsync(engine, container, cancellation);
            if (state.State == "running")
            {
                if (state.Probe.Count == 0)
                {
                    return;
                }

                var outcome = await engine.ExecuteAsync(container, hasShell ? ["sh", "-c", Patiently, "sh", .. state.Probe] : state.Probe, cancellation);
                if (outcome.ExitCode == 0)
                {
                    return;
                }

                hasShell &= outcome.ExitCode is not (126 or 127);
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private static bool IsUp(ContainerState state) => state is { State: "running", Health: null or "healthy" };
}

using Slipway.Deployment.Execution;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Probing;

namespace Slipway.Deployment.Slots;

/// <summary>Probes a new slot directly; the engine's events tell at once when its container ends.</summary>
/// <param name="connection">The way to the container.</param>
/// <param name="failed">Shows why it did not get ready.</param>
/// <param name="time">The clock.</param>
internal sealed class AwaitReadyHandler(
    EngineConnection connection, EngineClient engine, ContainerDiagnostics failed, TimeProvider time) : StepHandler<AwaitReadyStep>
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(30);

    protected override async Task ExecuteAsync(AwaitReadyStep step, StepOutput output, CancellationToken cancellation)
    {
        var address = step.Address ?? await ContainerState.AddressAsync(engine, step.Container, cancellation)
            ?? throw StepFailure.Of(step, "it has no address on any network", ExitCode.NotReady);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var probe = new ReadinessProbe(time).WaitAsync(
            s => connection.ConnectToContainerAsync(address, step.Port, s),
            new ProbeRequest(step.Path, step.Host) { Protocol = step.Protocol },
            step.Timeout,
            either.Token);

        // A warm slot answers at once: no need to listen to the engine then.
        if (await Task.WhenAny(probe, Task.Delay(AtOnce, time, either.Token)) == probe && await IsReadyAsync(step, probe, output))
        {
            return;
        }

        var end = new ContainerWatch(engine).UntilAsync(step.Container, s => s.IsLost, either.Token);
        var first = await Task.WhenAny(probe, end);
        await either.CancelAsync();
        if (first == probe && await IsReadyAsync(step, probe, output))
        {
            await Quietly(end);
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        var reason = first == end ? Ended(step, await end) : Unready(step, await probe, await failed.ListeningPortsAsync(step.Container));
        await Quietly(first == end ? probe : end);
        output.Note(reason);
        await failed.ShowLogAsync(step.Container, output);
        throw new SlipwayException(ExitCode.NotReady, reason, "mend the new release and deploy again");
    }

    private static async Task<bool> IsReadyAsync(AwaitReadyStep step, Task<ProbeResult> probe, StepOutput output)
    {
        var result = await probe;
        if (result.Ready)
        {
            output.Line($"{step.Container} is ready after {result.Elapsed.TotalSeconds:0.00} s");
        }

        return result.Ready;
    }

    private static string Ended(AwaitReadyStep step, ContainerState state) =>
        state.State == "missing"
            ? $"{step.Container} was removed while it was awaited"
            : $"{step.Container} ended with {state.End} before it was ready"
                + (state.Restarts > 0 ? $" ({state.Restarts} restarts)" : string.Empty);

    private static string Unready(AwaitReadyStep step, ProbeResult result, IReadOnlyList<int> ports)
    {
        var reason = $"{step.Container} was not ready after {result.Elapsed.TotalSeconds:0} s:"
            + $" the last {step.Command} (Host: {step.Host}) {result.Last}";
        return result.Last.Outcome == ProbeOutcome.Refused && ports.Count > 0 && !ports.Contains(step.Port)
            ? $"{reason}; the container listens on {string.Join(", ", ports)}: is \"port\" in slipway.yaml right?"
            : reason;
    }

    private static Task Quietly(Task task) => task.ContinueWith(t => _ = t.Exception, TaskScheduler.Default);
}

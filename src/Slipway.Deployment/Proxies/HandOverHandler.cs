using System.Collections.Concurrent;
using System.Text.Json;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Slots;
using Slipway.Engine;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// Starts a container that shares the proxy's network and listens on its exact addresses, so that the kernel gives it the new connections. Clients
/// of the one before are told with their next answer to come back. The proxy's own program goes on: it keeps the connections that it has, and is
/// there at once should the other one end.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class HandOverHandler(ProxyAccesses proxies, EngineClient engine, TimeProvider time) : StepHandler<HandOverStep>
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    // Those that have left, of each proxy of which another container was begun with.
    private readonly ConcurrentDictionary<string, List<string>> _begun = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(HandOverStep step, StepOutput output, CancellationToken cancellation)
    {
        var access = proxies.Of(step.Container);
        var kind = access.Proxy as IHandsOver
            ?? throw StepFailure.Of(step, $"{access.Proxy.Name} hands nothing over", remedy: "replace its container, with --consent");
        if (step.IsUndo)
        {
            await UndoAsync(step, access, kind, output, cancellation);
            return;
        }

        _begun[step.ProxyContainer] = [];
        await StartAsync(step, access, cancellation);
        await AwaitAsync(step, access, kind, access.Plan.Seat!.Mark, cancellation);
        var others = await RunningAsync(step, access, cancellation);
        foreach (var container in others.Prepend(step.ProxyContainer))
        {
            await access.ExecuteAsync(container, kind.DrainClients, cancellation);
        }

        await Task.Delay(Goodbye, time, cancellation);
        foreach (var container in others)
        {
            _begun[step.ProxyContainer].Add(container);
            await LeaveAsync(step, container, kind, cancellation);
        }

        await AwaitAsync(step, access, kind, access.Plan.Seat.Mark, cancellation);
    }

    // Nothing was begun if the run did not come so far.
    private async Task UndoAsync(HandOverStep step, ProxyAccess access, IHandsOver kind, StepOutput output, CancellationToken cancellation)
    {
        if (!_begun.TryRemove(step.ProxyContainer, out var left))
        {
            return;
        }

        await access.ExecuteAsync(step.ProxyContainer, kind.KeepClients, cancellation);
        foreach (var container in left)
        {
            // One that still ends its last connections is left to that; the proxy itself serves then.
            if (await ContainerState.ReadAsync(engine, container, cancellation) is { State: "exited" })
            {
                await engine.ActAsync(container, "start", cancellation);
                await AwaitAsync(step, access, kind, proxies.Of(container).Plan.Seat!.Mark, cancellation);
            }
        }

        if (await ContainerState.ReadAsync(engine, step.Container, cancellation) is { State: "running" })
        {
            await access.ExecuteAsync(step.Container, kind.DrainClients, cancellation);
            await Task.Delay(Goodbye, time, cancellation);
            await LeaveAsync(step, step.Container, kind, cancellation);
            await EndedAsync(step.Container, output, cancellation);
        }

        await RemoveAsync(step.Container, cancellation);
    }

    // A container that ends at once ends the command with it.
    private async Task LeaveAsync(HandOverStep step, string container, IHandsOver kind, CancellationToken cancellation)
    {
        var outcome = await engine.ExecuteAsync(container, kind.Leave, cancellation);
        if (outcome.ExitCode != 0 && await ContainerState.ReadAsync(engine, container, cancellation) is { State: "running" })
        {
            throw StepFailure.Of(step, $"{container} does not leave: {string.Join("; ", outcome.LastErrors)}");
        }
    }

    private async Task StartAsync(HandOverStep step, ProxyAccess access, CancellationToken cancellation)
    {
        using var proxy = await InspectAsync(step.ProxyContainer, cancellation) ?? throw StepFailure.Of(step, $"there is no container {step.ProxyContainer}");
        if (await IsUnderWayAsync(step, access, proxy.RootElement, cancellation))
        {
            return;
        }

        await RemoveAsync(step.Container, cancellation);
        var probe = await engine.ExecuteAsync(
            step.ProxyContainer, ["test", "-e", "/proc/sys/" + SuccessorDefinition.Setting.Replace('.', '/')], cancellation);
        using var created = await engine.PostAsync(
            $"containers/create?name={Uri.EscapeDataString(step.Container)}",
            SuccessorDefinition.Write(step, proxy.RootElement, access, hasSetting: probe.ExitCode == 0),
            cancellation) ?? throw StepFailure.Of(step, $"the engine does not have the image {step.Image}", remedy: $"docker pull {step.Image}");
        await engine.CopyIntoAsync(step.Container, ProxyArchive.Of(access.Proxy.Files(access.Plan), TlsFiles.Of(access.Plan)), cancellation);
        await engine.ActAsync(step.Container, "start", cancellation);
    }

    // A run that was killed may have come as far as that.
    private async Task<bool> IsUnderWayAsync(HandOverStep step, ProxyAccess access, JsonElement proxy, CancellationToken cancellation)
    {
        using var found = await InspectAsync(step.Container, cancellation);
        if (found?.RootElement is not { } container || !container.GetProperty("State").GetProperty("Running").GetBoolean())
        {
            return false;
        }

        using var image = await engine.GetAsync($"images/{Uri.EscapeDataString(step.Image)}/json", cancellation);
        // A proxy that was started again has another network than what joined it before.
        return StartOf(container) > StartOf(proxy)
            && container.GetProperty("HostConfig").GetProperty("NetworkMode").GetString() == $"container:{proxy.GetProperty("Id").GetString()}"
            && container.GetProperty("Image").GetString() == image?.RootElement.GetProperty("Id").GetString()
            && container.GetProperty("Config").GetProperty("Labels").TryGetProperty(Labels.Fingerprint, out var print)
            && print.GetString() == access.Plan.Fingerprint;
    }

    private static DateTimeOffset StartOf(JsonElement container) => container.GetProperty("State").GetProperty("StartedAt").GetDateTimeOffset();

    // The other containers that have served in the proxy's place, and still run.
    private async Task<List<string>> RunningAsync(HandOverStep step, ProxyAccess access, CancellationToken cancellation)
    {
        List<string> running = [];
        foreach (var mark in ProxySeat.Marks.Where(m => m != access.Plan.Seat!.Mark))
        {
            var name = $"{step.ProxyContainer}-{mark}";
            if (await ContainerState.ReadAsync(engine, name, cancellation) is { State: "running" })
            {
                running.Add(name);
            }
        }

        return running;
    }

    private async Task AwaitAsync(HandOverStep step, ProxyAccess access, IHandsOver kind, char mark, CancellationToken cancellation)
    {
        var (began, reader) = (time.GetTimestamp(), access.SlotsOf(step.ProxyContainer));
        while (await reader.AskAsync(cancellation) is not { } answer || kind.ParseSeat(answer) != mark)
        {
            if (await ContainerState.ReadAsync(engine, $"{step.ProxyContainer}-{mark}", cancellation) is { State: not "running" } state)
            {
                var errors = string.Join("; ", await engine.ErrorsAsync(step.Container, cancellation));
                throw StepFailure.Of(step, $"it ended with {state.End}: {errors}", ExitCode.NotReady, "is the image of that kind, and new enough?");
            }

            if (time.GetElapsedTime(began) > Patience)
            {
                throw StepFailure.Of(step, "it runs, but does not answer", ExitCode.NotReady, $"look at: docker logs {step.Container}");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private async Task EndedAsync(string container, StepOutput output, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (await ContainerState.ReadAsync(engine, container, cancellation) is { State: "running" })
        {
            if (time.GetElapsedTime(began) > Patience)
            {
                output.Note($"{container} still has connections after {Patience.TotalSeconds:0} s, these are cut");
                return;
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private Task<JsonDocument?> InspectAsync(string container, CancellationToken cancellation) =>
        engine.GetAsync($"containers/{Uri.EscapeDataString(container)}/json", cancellation);

    private Task RemoveAsync(string container, CancellationToken cancellation) =>
        engine.DeleteAsync($"containers/{Uri.EscapeDataString(container)}?force=true", cancellation);
}

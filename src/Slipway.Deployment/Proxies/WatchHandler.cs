using Slipway.Deployment.Execution;
using Slipway.Deployment.Slots;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Watching;

namespace Slipway.Deployment.Proxies;

/// <summary>Watches slots that have begun to serve: whether they run, and what the proxy logs of them if it does.</summary>
/// <param name="engine">Has the proxy's log.</param>
/// <param name="failure">Shows why a slot ended.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchHandler(ProxyAccesses proxies, EngineClient engine, ContainerDiagnostics failure, TimeProvider time) : StepHandler<WatchStep>
{
    private const string Remedy = "mend the new release and deploy again";

    protected override async Task ExecuteAsync(WatchStep step, StepOutput output, CancellationToken cancellation)
    {
        var proxy = proxies.Of(step.ProxyContainer);
        var since = await SinceAsync(proxy, step, cancellation);
        IReadOnlyList<FailedRequest> failed = [];
        var result = await new SlotWatch(time).WatchAsync(CountAsync, step.Tolerated, step.Duration, cancellation);
        if (result.Healthy)
        {
            output.Note(proxy.Proxy is ILogsFailures
                ? $"{result.Failed} requests failed in {result.Elapsed.TotalSeconds:0.0} s"
                : $"the new release ran for {result.Elapsed.TotalSeconds:0.0} s; this proxy does not tell which requests failed");
            return;
        }

        throw new SlipwayException(
            ExitCode.NotReady,
            $"{result.Failed} requests to the new release failed within {result.Elapsed.TotalSeconds:0.0} s,"
                + $" and slipway.yaml puts up with {step.Tolerated}: {First(failed)}",
            Remedy);

        async Task<int> CountAsync(CancellationToken stop)
        {
            foreach (var container in step.Slots.Values)
            {
                if ((await ContainerState.ReadAsync(engine, container, stop)) is { IsLost: true } state)
                {
                    var reason = $"{container} ended with {state.End} while it was watched";
                    output.Note(reason);
                    await failure.ShowLogAsync(container, output);
                    throw new SlipwayException(ExitCode.NotReady, reason, Remedy);
                }
            }

            if (proxy.Proxy is not ILogsFailures logger)
            {
                return 0;
            }

            var log = await engine.LogAsync(step.ProxyContainer, since, stop);
            failed = [.. logger.ParseFailures(proxy.Plan, log).Where(f => step.Slots.Keys.Any(s => s.Service == f.Service && s.Slot == f.Slot))];
            output.Progress($"{failed.Count} requests failed");
            return failed.Count;
        }
    }

    // A slot that was started for this release has failed nothing before. One that was warm may have, when it served last: there the
    // proxy tells in whole seconds when it switched.
    private async Task<DateTimeOffset> SinceAsync(ProxyAccess proxy, WatchStep step, CancellationToken cancellation)
    {
        var age = await proxy.SinceSwitchAsync(step.ProxyContainer, cancellation);
        var since = age is { } ago ? engine.Now - ago - TimeSpan.FromSeconds(1) : DateTimeOffset.UnixEpoch;
        foreach (var container in step.Slots.Values)
        {
            var started = (await ContainerState.ReadAsync(engine, container, cancellation)).StartedAt;
            since = started > since ? started.Value : since;
        }

        return since;
    }

    private static string First(IReadOnlyList<FailedRequest> failed) =>
        string.Join(", ", failed.CountBy(f => $"{f.Request} {f.Status}").OrderByDescending(f => f.Value).Take(3).Select(f => $"{f.Key} ({f.Value})"));
}

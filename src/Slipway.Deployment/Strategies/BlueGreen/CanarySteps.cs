using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Strategies.BlueGreen;

/// <summary>The steps by which new slots get a part of the requests, and are watched, before they get all.</summary>
internal static class CanarySteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The stages, side by side for all services that have some. What never served has no old release beside it.</summary>
    public static IEnumerable<Step> Stages(PlanningContext context)
    {
        var services = Of(context).ToList();
        var count = services.Select(s => s.Settings.Canary!.Stages.Count).DefaultIfEmpty(0).Max();
        for (var stage = 0; stage < count; stage++)
        {
            var now = stage;
            foreach (var step in Share(context, services, s => At(s, now), "canary"))
            {
                yield return step;
            }

            var watched = services.Where(s => s.Settings.Canary!.Stages.Count > now).ToList();
            var duration = watched.Max(s => s.Settings.Canary!.Stages[now].Duration);
            var isFirst = true;
            foreach (var gateway in context.Layout.Gateways.Where(g => watched.Any(s => context.Layout.GatewayOf(s.Name) == g)))
            {
                var containers = watched.Where(s => context.Layout.GatewayOf(s.Name) == gateway)
                    .ToDictionary(s => new SlotChoice(s.Name, s.Target), s => context.Application.ContainerOf(s.TargetService));
                yield return new WatchStep(context.Environment.Next(gateway), containers, duration, context.Application.Settings.WatchFailures)
                {
                    Purpose = "watch the canary",
                    Timeout = duration + Patience,
                    Parallel = !isFirst,
                };
                isFirst = false;
            }
        }
    }

    /// <summary>Lets the shares end, when all requests go to the new slots or back to the old ones.</summary>
    public static IEnumerable<ShareStep> End(PlanningContext context) => Share(context, [.. Of(context)], s => new(Goal(s), 0, 0), "the canary ends");

    /// <summary>Takes back shares of a run that was killed.</summary>
    public static IEnumerable<Step> Forget(PlanningContext context)
    {
        foreach (var gateway in context.Layout.Gateways)
        {
            var shared = context.Observation.Gateways.FirstOrDefault(g => g.Container == gateway.Container)?.Shared ?? [];
            if (shared.Count > 0)
            {
                yield return new ShareStep(gateway.Serving, [.. shared.Select(c => new CanaryShare(c, 0, 0))], [])
                {
                    Purpose = "a run was killed while its canary got requests",
                    Timeout = Patience,
                };
            }
        }
    }

    // Whoever goes back to a release that has served wants it at once.
    private static IEnumerable<ServiceChange> Of(PlanningContext context) => context.Environment.RaisesAtSwitch || context.Request.Kept
        ? []
        : context.Changing.Where(s => s.Settings is { Canary: not null, Strategy.IsBehindProxy: true } && s.Active is not null);

    private static IEnumerable<ShareStep> Share(
        PlanningContext context, IReadOnlyList<ServiceChange> services, Func<ServiceChange, CanaryShare> share, string purpose)
    {
        var isFirst = true;
        foreach (var gateway in context.Layout.Gateways)
        {
            var theirs = services.Where(s => context.Layout.SendingTo(s.Name).Contains(gateway)).ToList();
            if (theirs.Count > 0)
            {
                yield return new ShareStep(context.Environment.Next(gateway), [.. theirs.Select(share)], [.. theirs.Select(s => s.Settings.Canary!.Proxy)])
                {
                    Purpose = purpose,
                    Timeout = Patience,
                    MaxAttempts = 3,
                    Parallel = !isFirst,
                };
                isFirst = false;
            }
        }
    }

    private static CanaryShare At(ServiceChange service, int stage)
    {
        var stages = service.Settings.Canary!.Stages;
        var current = stages[Math.Min(stage, stages.Count - 1)];
        return new CanaryShare(Goal(service), current.Percent, current.Matches);
    }

    private static SlotChoice Goal(ServiceChange service) => new(service.Name, service.Target);
}

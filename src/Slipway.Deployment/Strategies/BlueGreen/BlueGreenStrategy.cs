using Slipway.Deployment.Fronts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Strategies.BlueGreen;

/// <summary>Two slots behind the proxy; the switch loses no request and the old slot stays warm for a rollback.</summary>
internal sealed class BlueGreenStrategy : ReleaseStrategy
{
    private static readonly TimeSpan WarmAnswer = TimeSpan.FromSeconds(5);

    public override string Name => "blue-green";

    public override bool HasSlots => true;

    public override bool IsBehindProxy => true;

    // A slot that does not serve gets no new requests, so it can be drained long before it is needed.
    internal override IEnumerable<Step> Prepare(PlanningContext context) =>
        CanarySteps.Forget(context).Concat(
            from service in Changing(context)
            where service.Active is not null && service.Occupant is { IsRunning: true }
            where !context.IsWarm(service) && !context.IsDrained(service)
            from step in Drain(context, service, service.Target, "let the warm slot end its requests")
            select step with { Parallel = !context.IsShared });

    internal override bool EndsBeside => true;

    internal override IEnumerable<ServiceChange> Created(PlanningContext context) => Changing(context);

    internal override IEnumerable<Step> Start(PlanningContext context)
    {
        // The engine knows no hooks.
        var (hooked, slots) = (Early(context).Where(s => HasHooks(context, s)).ToList(), Early(context).Where(s => !HasHooks(context, s)).ToList());
        var started = slots.Select(slot => ContainerStep.Start(context.Application.ContainerOf(slot.TargetService), "start") with
        {
            Subject = slot.Goal,
            Parallel = slot != slots[0] && slots.TrueForAll(o => !context.Application.WaitsFor(slot.Name, o.Name)),
        });
        return hooked.Count == 0 ? started
            : [.. started, new CommandStep(context.Docker.Start(context.Compose, hooked.Select(s => s.TargetService))) { Purpose = "start" }];
    }

    internal override IEnumerable<Step> AwaitReady(PlanningContext context) =>
        Early(context).Select(s => Ready(context, s));

    internal override IEnumerable<Step> Test(PlanningContext context) =>
        from service in Changing(context)
        where service.Settings.Protocol.HasRequests
        let gateway = context.Layout.GatewayOf(service.Name)
        where context.Environment.Updated.All(g => g.Gateway != gateway) && context.Environment.HandedOver.All(g => g.Gateway != gateway || !g.IsOutdated)
        where !context.Environment.RaisesAtSwitch || context.Environment.Raised.All(g => g.Gateway != gateway)
        from path in service.Settings is { AsksContainer: true } ? service.Settings.Smoke : service.Settings.Smoke.DefaultIfEmpty(service.Settings.Health)
        select new SmokeStep(gateway.Serving, service.Name, service.Target, path, service.Settings.Host)
        {
            Purpose = "through the proxy",
            Protocol = service.Settings.Protocol,
            Subject = service.Goal,
            Timeout = TimeSpan.FromSeconds(15),
            Parallel = true,
        };

    internal override IEnumerable<Step> Switch(PlanningContext context) =>
    [
        // Not before: a port that is wrong in slipway.yaml would be the old release's as well.
        .. UpdateProxyStep.For(context, isUndo: false),
        .. HandOverStep.For(context),
        .. context.Environment.RaisesAtSwitch ? TakeOver.Steps(context) : [],
        .. CanarySteps.Stages(context),
        .. SwitchTo(context, s => s.Target, "switch"),
        .. CanarySteps.End(context),
        .. context.Environment.RaisesAtSwitch ? Confirmations(context, [.. Changing(context)], TimeSpan.FromSeconds(15)) : [],
        .. context.Application.Settings.Proxy?.Behind is null ? FrontSteps.LetNotice(context) : [],
        .. context.Application.Settings.Proxy?.Behind is null ? TakeOver.EndStrays(context, isMissed: Late(context).Any()) : [],
        .. LeadsFront(context) ? FrontSteps.Lead(context, isMissed: true) : [],
        .. Late(context).Select(s => ContainerStep.Start(context.Application.ContainerOf(s.TargetService), "start") with { Subject = s.Goal }),
        .. Late(context).Select(s => Ready(context, s)),
    ];

    internal override bool LeadsFront(PlanningContext context) => context.Application.Settings.Proxy?.Behind is not null && Late(context).Any();

    internal override IEnumerable<Step> Confirm(PlanningContext context)
    {
        foreach (var step in AwaitCertificatesStep.For(context))
        {
            yield return step;
        }

        var slots = Changing(context).ToList();
        if (slots.Count == 0)
        {
            yield break;
        }

        foreach (var step in Confirmations(context, slots, TimeSpan.FromSeconds(15)))
        {
            yield return step;
        }

        var settings = context.Application.Settings;
        var watched = settings.Watch > TimeSpan.Zero ? slots.GroupBy(s => context.Layout.GatewayOf(s.Name)).ToList() : [];
        foreach (var group in watched)
        {
            var containers = group.ToDictionary(s => new SlotChoice(s.Name, s.Target), s => context.Application.ContainerOf(s.TargetService));
            yield return new WatchStep(context.Environment.Next(group.Key), containers, settings.Watch, settings.WatchFailures)
            {
                Purpose = "watch",
                Timeout = settings.Watch + TimeSpan.FromSeconds(15),
                Parallel = group != watched[0],
            };
        }
    }

    internal override IEnumerable<Step> SwitchBack(PlanningContext context) =>
    [
        .. CanarySteps.End(context).Select(s => s with { ContinueOnError = true }),
        .. SwitchToActive(context),
        .. context.Environment.IsTakeOver ? TakeOver.Undo(context) : [],
    ];

    internal override IEnumerable<Step> DrainNew(PlanningContext context) =>
        Changing(context).Where(s => s.Active is not null).SelectMany(s => Drain(context, s, s.Target, "drain"));

    internal override IEnumerable<Step> DrainOld(PlanningContext context) =>
        context.OldSlots.Where(o => o.Service.Settings.Strategy == this).SelectMany(o => Drain(context, o.Service, o.Slot, "drain"));

    internal override string? WhyNotWarm(ServiceChange service) =>
        service.Occupant is { IsRunning: true, IsUnhealthy: false }
            ? null
            : $"{service.Occupant!.Name}, which served before, is {(service.Occupant.IsRunning ? "unhealthy" : service.Occupant.State)}";

    internal override IEnumerable<Step> AwaitWarm(PlanningContext context) =>
        Changing(context).Select(s => Answers(context, s, s.Occupant!.Name, "the warm slot answers", WarmAnswer));

    internal override IEnumerable<Step> RollBack(PlanningContext context) =>
        [.. CanarySteps.Forget(context), .. SwitchTo(context, s => s.Target, "switch")];

    internal override IEnumerable<Step> FinishRollBack(PlanningContext context) =>
        Confirmations(context, [.. Changing(context)], TimeSpan.FromSeconds(10));

    internal override IEnumerable<Step> UndoRollBack(PlanningContext context) => SwitchToActive(context);

    private IEnumerable<Step> SwitchToActive(PlanningContext context) =>
        SwitchTo(context, s => s.Active, "switch back").Select(s => s with { ContinueOnError = true });

    // In one act for each proxy, and for all proxies side by side.
    private IEnumerable<ContainerStep> SwitchTo(PlanningContext context, Func<ServiceChange, Slot?> slot, string purpose)
    {
        var changing = Changing(context).Where(s => slot(s) is not null).ToList();
        var isFirst = true;
        foreach (var gateway in context.Layout.Gateways)
        {
            var choices = changing.Where(s => context.Layout.SendingTo(s.Name).Contains(gateway))
                .Select(s => new SlotChoice(s.Name, slot(s)!.Value)).ToList();
            if (choices.Count > 0)
            {
                yield return ContainerStep.Execute(gateway.Container, context.Layout.Proxy!.SwitchTo(gateway.Plan, choices), purpose) with
                {
                    MaxAttempts = 3,
                    Timeout = TimeSpan.FromSeconds(15),
                    Parallel = !isFirst,
                };
                isFirst = false;
            }
        }
    }

    // A front of the user's among the services finds the names of others when it starts, which must lead to the proxy alone by then.
    private IEnumerable<ServiceChange> Late(PlanningContext context) => Changing(context).Where(s => IsLate(context, s));

    private IEnumerable<ServiceChange> Early(PlanningContext context) => Changing(context).Where(s => !IsLate(context, s));

    private static bool IsLate(PlanningContext context, ServiceChange service) =>
        context.Environment.IsTakeOver
        && context.Strays.Any(c => c.IsRunning && (c.Service ?? c.ComposeService) != service.Name)
        && context.Application.Compose.Find(service.Name) is { } definition
        && (FrontPrograms.Of(definition, service.Incumbent) is not null
            || definition.DependsOn.Any(d => context.Application.BehindProxy.Any(s => s.Name == d.Service)));

    private static IEnumerable<DrainStep> Drain(PlanningContext context, ServiceChange service, Slot slot, string purpose) =>
        from gateway in context.Layout.SendingTo(service.Name)
        where context.Environment.Raised.All(g => g.Gateway != gateway)
        select new DrainStep(gateway.Container, service.Name, slot, service.Settings.Drain)
        {
            Purpose = purpose,
            Subject = new SlotChoice(service.Name, slot),
            Timeout = service.Settings.Drain + DrainWait.Beyond,
        };

    private static Step Ready(PlanningContext context, ServiceChange service) =>
        Answers(context, service, context.Application.ContainerOf(service.TargetService), "ready", service.Settings.Ready);

    private static Step Answers(PlanningContext context, ServiceChange service, string container, string purpose, TimeSpan timeout) =>
        AwaitReadyStep.For(service.Settings, container, context.Layout.AddressOf(service.Name, service.Target), purpose) with
        {
            Subject = service.Goal,
            Timeout = timeout,
            Parallel = true,
        };

    private static IEnumerable<ConfirmSlotStep> Confirmations(PlanningContext context, IReadOnlyList<ServiceChange> slots, TimeSpan timeout)
    {
        var gateways = context.Layout.Gateways.Where(g => slots.Any(s => context.Layout.SendingTo(s.Name).Contains(g))).ToList();
        return gateways.Select(gateway => new ConfirmSlotStep(
            gateway.Container,
            slots.Where(s => context.Layout.SendingTo(s.Name).Contains(gateway)).ToDictionary(s => s.Name, s => s.Target, StringComparer.Ordinal))
        {
            Purpose = "confirm",
            Timeout = timeout,
            Parallel = gateway != gateways[0],
        });
    }

    private static bool HasHooks(PlanningContext context, ServiceChange slot) => context.Application.Compose.Find(slot.Name) is { HasHooks: true };
}

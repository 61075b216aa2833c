using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
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
        from service in Changing(context)
        where service.Active is not null && service.Occupant is { IsRunning: true } && !context.Environment.StartProxy
        where !context.IsWarm(service) && !context.IsDrained(service)
        select Drain(context, service, service.Target, "let the warm slot end its requests") with { Parallel = true };

    // What was warm ends while compose still reads its files. Compose finds it stopped, or waits for it.
    internal override IEnumerable<Step> MakeRoom(PlanningContext context)
    {
        var occupied = Changing(context).Any(context.IsWarm) ? [] : Changing(context).Where(s => s.Occupant is { IsRunning: true }).ToList();
        return occupied.Select(service => ContainerStep.Stop(service.Occupant!.Name, "end what was warm") with
        {
            Subject = service.Goal,
            Parallel = service != occupied[0],
            ContinueOnError = true,
        });
    }

    internal override IEnumerable<string> Created(PlanningContext context) => Changing(context).Select(s => s.TargetService);

    internal override IEnumerable<Step> Start(PlanningContext context)
    {
        var slots = Changing(context).ToList();
        return slots.Any(s => NeedsCompose(context, s))
            ? [new CommandStep(context.Docker.Start(context.Compose, slots.Select(s => s.TargetService))) { Purpose = "start" }]
            : slots.Select(slot => ContainerStep.Start(context.Application.ContainerOf(slot.TargetService), "start") with
            {
                Subject = slot.Goal,
                Parallel = slot != slots[0],
            });
    }

    internal override IEnumerable<Step> AwaitReady(PlanningContext context) =>
        Changing(context).Select(s => Answers(context, s, context.Application.ContainerOf(s.TargetService), "ready", s.Settings.Ready));

    internal override IEnumerable<Step> Test(PlanningContext context) =>
        from service in context.Environment.ProxyAtSwitch ? [] : Changing(context)
        from path in service.Settings.Smoke.DefaultIfEmpty(service.Settings.Health)
        select new SmokeStep(context.Layout.ProxyContainer, service.Name, service.Target, path)
        {
            Purpose = "through the proxy",
            Subject = service.Goal,
            Timeout = TimeSpan.FromSeconds(15),
            Parallel = true,
        };

    internal override IEnumerable<Step> Switch(PlanningContext context) =>
        [.. context.Environment.ProxyAtSwitch ? TakeOver.Steps(context) : [], .. SwitchTo(context, s => s.Target, "switch")];

    internal override IEnumerable<Step> Confirm(PlanningContext context)
    {
        var slots = Changing(context).ToList();
        if (slots.Count == 0)
        {
            yield break;
        }

        yield return Confirmation(context, slots, TimeSpan.FromSeconds(15));
        var settings = context.Application.Settings;
        if (settings.Watch > TimeSpan.Zero)
        {
            var containers = slots.ToDictionary(s => new SlotChoice(s.Name, s.Target), s => context.Application.ContainerOf(s.TargetService));
            yield return new WatchStep(context.Layout.ProxyContainer, containers, settings.Watch, settings.WatchFailures)
            {
                Purpose = "watch",
                Timeout = settings.Watch + TimeSpan.FromSeconds(15),
            };
        }
    }

    internal override IEnumerable<Step> SwitchBack(PlanningContext context) =>
        [.. SwitchToActive(context), .. context.Environment.ProxyAtSwitch ? TakeOver.Undo(context) : []];

    internal override IEnumerable<Step> DrainNew(PlanningContext context) =>
        Changing(context).Where(s => s.Active is not null).Select(s => Drain(context, s, s.Target, "drain"));

    internal override IEnumerable<Step> DrainOld(PlanningContext context) =>
        context.OldSlots.Where(o => o.Service.Settings.Strategy == this).Select(o => Drain(context, o.Service, o.Slot, "drain"));

    internal override string? WhyNotWarm(ServiceChange service) =>
        service.Occupant is { IsRunning: true, IsUnhealthy: false }
            ? null
            : $"{service.Occupant!.Name}, which served before, is {(service.Occupant.IsRunning ? "unhealthy" : service.Occupant.State)}";

    internal override IEnumerable<Step> AwaitWarm(PlanningContext context) =>
        Changing(context).Select(s => Answers(context, s, s.Occupant!.Name, "the warm slot answers", WarmAnswer));

    internal override IEnumerable<Step> RollBack(PlanningContext context) => SwitchTo(context, s => s.Target, "switch");

    internal override IEnumerable<Step> FinishRollBack(PlanningContext context) =>
        Changing(context).ToList() is { Count: > 0 } slots ? [Confirmation(context, slots, TimeSpan.FromSeconds(10))] : [];

    internal override IEnumerable<Step> UndoRollBack(PlanningContext context) => SwitchToActive(context);

    private IEnumerable<Step> SwitchToActive(PlanningContext context) =>
        SwitchTo(context, s => s.Active, "switch back").Select(s => s with { ContinueOnError = true });

    private IEnumerable<ContainerStep> SwitchTo(PlanningContext context, Func<ServiceChange, Slot?> slot, string purpose)
    {
        var choices = Changing(context).Where(s => slot(s) is not null).Select(s => new SlotChoice(s.Name, slot(s)!.Value)).ToList();
        if (choices.Count > 0)
        {
            yield return ContainerStep.Execute(context.Layout.ProxyContainer, context.Layout.Proxy!.SwitchTo(choices), purpose) with
            {
                MaxAttempts = 3,
                Timeout = TimeSpan.FromSeconds(15),
            };
        }
    }

    private static DrainStep Drain(PlanningContext context, ServiceChange service, Slot slot, string purpose) =>
        new(context.Layout.ProxyContainer, service.Name, slot)
        {
            Purpose = purpose,
            Subject = new SlotChoice(service.Name, slot),
            Timeout = service.Settings.Drain,
        };

    private static AwaitReadyStep Answers(PlanningContext context, ServiceChange service, string container, string purpose, TimeSpan timeout) =>
        new(container, context.Layout.AddressOf(service.Name, service.Target), service.Settings.Port, service.Settings.Health)
        {
            Purpose = purpose,
            Subject = service.Goal,
            Timeout = timeout,
            Parallel = true,
        };

    private static ConfirmSlotStep Confirmation(PlanningContext context, IEnumerable<ServiceChange> slots, TimeSpan timeout) =>
        new(context.Layout.ProxyContainer, slots.ToDictionary(s => s.Name, s => s.Target, StringComparer.Ordinal)) { Purpose = "confirm", Timeout = timeout };

    // The engine knows neither hooks nor who waits for whom.
    private bool NeedsCompose(PlanningContext context, ServiceChange slot) =>
        context.Application.Compose.Find(slot.Name) is { } service
        && (service.HasHooks || service.DependsOn.Any(d => Changing(context).Any(s => s.Name == d.Service)));
}

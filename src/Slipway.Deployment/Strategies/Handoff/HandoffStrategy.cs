using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Slots;

namespace Slipway.Deployment.Strategies.Handoff;

/// <summary>For what must run once only: everything is made ready, then the old one stops and the new one starts.</summary>
internal sealed class HandoffStrategy : ReleaseStrategy
{
    public override string Name => "handoff";

    public override bool HasSlots => true;

    internal override IEnumerable<Step> Prepare(PlanningContext context) => context.Doubles.Select(
        (c, i) => ContainerStep.Stop(c.Name, "it is at work beside the one that alone should be") with { Parallel = i > 0 });

    // Created with the other slots, so that compose is started once only.
    internal override IEnumerable<ServiceChange> Created(PlanningContext context) => Changing(context);

    internal override IEnumerable<Step> AwaitReady(PlanningContext context) =>
        from service in Changing(context)
        where IsAtWork(service)
        select new CanStartStep(context.Application.ContainerOf(service.TargetService))
        {
            Purpose = "it can be started",
            Subject = service.Goal,
            Parallel = true,
        };

    // The proxy switches beside the end of what runs once only: neither waits for the other, and both can be taken back.
    internal override IEnumerable<Step> Switch(PlanningContext context)
    {
        var services = Changing(context).Where(s => !IsFirst(context, s)).ToList();
        return SideBySide.Of(
            context,
            services,
            s => [[.. IsAtWork(s) ? End(s) : [], .. Begin(context, s, "hand over: start the new one")]],
            joins: context.ChangesBehindProxy && !context.Environment.IsTakeOver && services.TrueForAll(IsAtWork));
    }

    // Where there is no old one to stop first, nothing speaks for letting those wait that need it.
    internal override IEnumerable<Step> StartFirst(PlanningContext context) =>
        Changing(context).Where(s => IsFirst(context, s)).SelectMany(s => Begin(context, s, "others wait for it"));

    internal override IEnumerable<Step> SwitchBack(PlanningContext context) =>
        Changing(context).Where(IsAtWork).SelectMany(s => Exchange(context.Application.ContainerOf(s.TargetService), s.Incumbent!.Name, "hand back"));

    internal override IEnumerable<Step> RollBack(PlanningContext context)
    {
        var running = Changing(context).Where(s => s.Incumbent!.IsRunning).ToList();
        return running.Select(service => ContainerStep.Stop(service.Incumbent!.Name, "hand back") with
        {
            Subject = service.Goal,
            Parallel = context.ChangesBehindProxy || service != running[0],
        });
    }

    internal override IEnumerable<Step> FinishRollBack(PlanningContext context)
    {
        var services = Changing(context).ToList();
        return services.Select(service => ContainerStep.Start(service.Occupant!.Name, "hand back") with
        {
            Subject = service.Goal,
            Parallel = context.ChangesBehindProxy || service != services[0],
        });
    }

    internal override IEnumerable<Step> UndoRollBack(PlanningContext context) =>
        Changing(context).Where(s => s.Incumbent!.IsRunning).SelectMany(s => Exchange(s.Occupant!.Name, s.Incumbent!.Name, "hand over again"));

    private static bool IsFirst(PlanningContext context, ServiceChange service) => !IsAtWork(service) && !context.Environment.IsTakeOver
        && context.Changing.Any(o => o != service && context.Application.WaitsFor(o.Name, service.Name));

    private static IEnumerable<Step> End(ServiceChange service) =>
        [ContainerStep.Stop(service.Incumbent!.Name, "hand over: stop the old one") with { Subject = service.Goal }];

    private static IEnumerable<Step> Begin(PlanningContext context, ServiceChange service, string purpose)
    {
        var container = context.Application.ContainerOf(service.TargetService);
        yield return ContainerStep.Start(container, purpose) with { Subject = service.Goal };
        yield return new AwaitRunningStep(container) { Purpose = purpose, Subject = service.Goal, Timeout = service.Settings.Ready };
    }

    private static bool IsAtWork(ServiceChange service) => service.Incumbent is { State: "running" or "restarting" or "paused" };

    private static IEnumerable<Step> Exchange(string running, string other, string purpose) =>
    [
        ContainerStep.Stop(running, purpose) with { ContinueOnError = true },
        new ReviveStep([other]) { Purpose = purpose },
    ];
}

using System.Globalization;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Slots;

namespace Slipway.Deployment.Strategies.Rolling;

/// <summary>
/// Replicas are replaced one after the other: one new one more, then one old one less, which ends while the next comes. Services are replaced
/// side by side. Those that gave way are kept, stopped, for a rollback, so that it needs neither an image nor an earlier compose file.
/// </summary>
internal sealed class RollingStrategy : ReleaseStrategy
{
    public override string Name => "rolling";

    public override bool HasReplicas => true;

    internal override IEnumerable<Step> MakeRoom(PlanningContext context) =>
        Changing(context).Where(s => s.Replicas!.Stale.Count > 0).Select(s => Remove(context, Names(s.Replicas!.Stale), "replicas that nobody needs"));

    internal override IEnumerable<Step> Start(PlanningContext context) =>
        from service in Changing(context)
        where service.Replicas!.Created.Count > 0
        from step in Paused(context, service)
            .Append<Step>(new CommandStep(context.Compose.CreateReplicas(service.Name, service.Replicas!.Scale)) { Purpose = "create replicas" })
        select step;

    internal override IEnumerable<Step> Switch(PlanningContext context) => SideBySide.Of(context, Changing(context), Exchange);

    internal override IEnumerable<Step> SwitchBack(PlanningContext context) => ExchangeBack(context);

    internal override IEnumerable<Step> RemoveNew(PlanningContext context) => Changing(context)
        .Where(s => s.Replicas!.Created.Count > 0)
        .Select(s => Remove(context, s.Replicas!.Created, "remove the new replicas") with { ContinueOnError = true });

    internal override IEnumerable<Step> AwaitEnded(PlanningContext context) => Step.Together(Changing(context)
        .SelectMany(s => Names(s.Replicas!.Replaced))
        .Select(n => ContainerStep.Stop(n, "what gave way has ended")));

    internal override IEnumerable<Step> Retire(PlanningContext context) =>
        Changing(context).Where(s => s.Replicas!.Retired.Count > 0).Select(s => Remove(context, Names(s.Replicas!.Retired), "old replicas"));

    // After the users: until then old and new work side by side as they did in the deployment, when the workers came first.
    internal override IEnumerable<Step> FinishRollBack(PlanningContext context) => Switch(context);

    internal override IEnumerable<Step> UndoRollBack(PlanningContext context) => ExchangeBack(context);

    // Compose wants to start one that is paused, which the engine refuses.
    private static IEnumerable<ContainerStep> Paused(PlanningContext context, ServiceChange service) =>
        context.Observation.Of(service.Name).Where(c => c.State == "paused").Select(c => ContainerStep.Unpause(c.Name, "a paused replica, which is replaced"));

    // Those whose place was empty, and beside them those that each take the place of one.
    private static IEnumerable<IReadOnlyList<Step>> Exchange(ServiceChange service)
    {
        var (started, replaced) = (service.Replicas!.Started, Names(service.Replicas.Replaced));
        var extra = started.Take(Math.Max(0, started.Count - replaced.Count)).ToList();
        foreach (var name in extra)
        {
            yield return Begin(service, name, "new replicas");
        }

        var row = new List<Step>();
        for (var i = 0; i < replaced.Count; i++)
        {
            if (extra.Count + i < started.Count)
            {
                row.AddRange(Begin(service, started[extra.Count + i], Purpose("one new replica more", extra.Count + i, started.Count)));
            }

            row.Add(new EndStep(replaced[i], null) { Purpose = Purpose("one old replica less", i, replaced.Count) });
        }

        yield return row;
    }

    private static Step[] Begin(ServiceChange service, string name, string purpose) =>
    [
        ContainerStep.Start(name, purpose),
        new AwaitRunningStep(name) { Purpose = purpose, Timeout = service.Settings.Ready },
    ];

    private static string Purpose(string what, int index, int count) =>
        count == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}, {index + 1} of {count}");

    private IEnumerable<Step> ExchangeBack(PlanningContext context)
    {
        var services = Changing(context).ToList();
        return
        [
            .. services.SelectMany(s => Names(s.Replicas!.Replaced)).ToList() is { Count: > 0 } replaced
                ? [new ReviveStep(replaced) { Purpose = "the old replicas again" }]
                : Enumerable.Empty<Step>(),
            .. Together(services.SelectMany(s => s.Replicas!.Started).Select(n => ContainerStep.Stop(n, "the old replicas again"))),
        ];
    }

    private static IEnumerable<Step> Together(IEnumerable<ContainerStep> steps) => steps.Select((s, i) => s with { Parallel = i > 0, ContinueOnError = true });

    private static CommandStep Remove(PlanningContext context, IReadOnlyList<string> containers, string purpose) =>
        new(context.Docker.Remove(containers)) { Purpose = purpose };

    private static List<string> Names(IEnumerable<Observation.ContainerObservation> containers) => [.. containers.Select(c => c.Name)];
}

using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies;

/// <summary>
/// How new containers come into slots in which there is another one. What runs there and does not serve gives up its name and its address, and
/// ends beside the rest. Compose knows containers by their labels, so it is told how many there are then, and the new one gets the name at last.
/// </summary>
/// <param name="context">What is planned from.</param>
internal sealed class SlotRoom(PlanningContext context)
{
    private readonly List<ServiceChange> _created = [.. StrategyList.Of(s => s.Created(context))];

    /// <summary>Takes away names, and what does not run.</summary>
    public IEnumerable<Step> Clear =>
    [
        .. Step.Together(
        [
            .. _created.Where(GivesWay).Select(s => Rename(s, s.Occupant!.Name, s.Occupant.EndingName)),
            .. _created.Where(EndsBefore).Select(s => ContainerStep.Stop(s.Occupant!.Name, "end what was warm") with { Subject = s.Goal }),
            .. _created.Where(s => IsInTheWay(s) && !EndsBefore(s)).Select(Remove),
        ]),
        .. Step.Together(_created.Where(EndsBefore).Select(Remove)),
    ];

    /// <summary>Lets end what has given up its name.</summary>
    public IEnumerable<Step> End => _created.Where(GivesWay)
        .Select(s => new EndStep(s.Occupant!.EndingName, NetworkOf(s.Occupant)) { Purpose = "end what was warm", Subject = s.Goal });

    /// <summary>Creates the new containers.</summary>
    public IEnumerable<Step> Create => _created.Count == 0 ? [] :
    [
        new CommandStep(_created.Exists(IsBeside)
            ? context.Compose.CreateBeside(_created.Select(s => (s.TargetService, Ending(s).Count() + 1)))
            : context.Docker.Create(context.Compose, _created.Select(s => s.TargetService), force: false))
        {
            Purpose = "create",
        },
    ];

    /// <summary>Gives the new containers their names.</summary>
    public IEnumerable<Step> Name => _created.Where(s => IsBeside(s) && !context.IsWarm(s))
        .Select(s => Rename(s, FirstName(s), context.Application.ContainerOf(s.TargetService)));

    /// <summary>The names of all that may have been made.</summary>
    public IEnumerable<string> Made =>
        [.. _created.Select(s => context.Application.ContainerOf(s.TargetService)), .. _created.Where(IsBeside).Select(FirstName)];

    /// <summary>Lets end what earlier runs have left.</summary>
    public static IEnumerable<Step> EndLeftovers(PlanningContext context) => Step.Together(context.Observation.Ending.Where(c => c.IsAlive)
        .Select(container => new EndStep(
            container.Name, container.Addresses.ContainsKey(context.Application.SlotsNetwork) ? context.Application.SlotsNetwork : null)
        {
            Purpose = "an earlier run let it end",
        }));

    /// <summary>Removes all that has ended.</summary>
    public static IEnumerable<Step> RemoveEnded(PlanningContext context)
    {
        List<string> names = [.. context.Observation.Ending.Select(c => c.Name)];
        if (!context.Request.IsWarmRollback)
        {
            names.AddRange(new SlotRoom(context).End.Cast<EndStep>().Select(s => s.Container));
        }

        if (names.Count > 0)
        {
            yield return new RemoveEndedStep(names) { Purpose = "what gave way" };
        }
    }

    private bool GivesWay(ServiceChange service) =>
        service is { Settings.Strategy: ReleaseStrategy { EndsBeside: true }, Occupant.IsRunning: true } && !context.IsWarm(service) && !HasHooks(service);

    // What may not run twice, and what has hooks: the engine knows none, and compose would start the old one again that has ended.
    private bool EndsBefore(ServiceChange service) => service is { Occupant.IsRunning: true } && !context.IsWarm(service) && !GivesWay(service);

    // Only where compose is told to leave all alone that is there.
    private bool IsInTheWay(ServiceChange service) => service.Occupant is { } occupant && !context.IsWarm(service) && !GivesWay(service)
        && (_created.Exists(IsBeside) || occupant.Name != context.Application.ContainerOf(service.TargetService));

    private bool HasHooks(ServiceChange service) => context.Application.Compose.Find(service.Name) is { HasHooks: true };

    private bool IsBeside(ServiceChange service) => Ending(service).Any();

    private IEnumerable<ContainerObservation> Ending(ServiceChange service) => context.Observation.Ending
        .Where(c => c.ComposeService == service.TargetService)
        .Concat(GivesWay(service) ? [service.Occupant!] : []);

    private string FirstName(ServiceChange service) => $"{context.Application.Name}-{service.TargetService}-{Ending(service).Max(c => c.Number) + 1}";

    private string? NetworkOf(ContainerObservation container) =>
        container.Addresses.ContainsKey(context.Application.SlotsNetwork) ? context.Application.SlotsNetwork : null;

    private static ContainerStep Rename(ServiceChange service, string container, string name) =>
        ContainerStep.Rename(container, name, "another has its name") with { Subject = service.Goal };

    private static ContainerStep Remove(ServiceChange service) =>
        ContainerStep.Remove(service.Occupant!.Name, "what is in the slot") with { Subject = service.Goal };
}

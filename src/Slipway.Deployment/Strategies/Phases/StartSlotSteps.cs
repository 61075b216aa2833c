using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Starts the new release in the slot that does not serve; what ran there before has answered its last request by now.</summary>
public sealed class StartSlotSteps : PhaseSteps
{
    /// <summary>The phase's name, by which the history knows how long starts took.</summary>
    public const string PhaseName = "StartSlot";

    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        List<Step> ended = [.. Paused(context), .. StrategyList.Of(s => s.MakeRoom(context))];
        List<string> created = [.. StrategyList.Of(s => s.Created(context))];
        List<Step> create = created.Count > 0
            ? [new CommandStep(context.Docker.Create(context.Compose, created, force: ended.Count > 0)) { Purpose = "create", Parallel = ended.Count > 0 }]
            : [];
        return [.. ended, .. create, .. StrategyList.Of(s => s.StartFirst(context)), .. StrategyList.Of(s => s.Start(context))];
    }

    // Compose wants to start one that is paused, which the engine refuses.
    private static IEnumerable<Step> Paused(PlanningContext context) => context.Changing
        .Where(s => s.Occupant is { State: "paused" })
        .Select(s => ContainerStep.Stop(s.Occupant!.Name, "it is paused, and replaced") with { Subject = s.Goal });

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Removing(context);
}

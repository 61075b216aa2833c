using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Starts the new release in the slot that does not serve; what ran there before has answered its last request by now, and ends beside it.</summary>
public sealed class StartSlotSteps : PhaseSteps
{
    /// <summary>The phase's name, by which the history knows how long starts took.</summary>
    public const string PhaseName = "StartSlot";

    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        var room = new SlotRoom(context);
        return
        [
            .. Paused(context),
            .. room.Clear,
            .. Step.Together([.. room.End, .. StrategyList.Of(s => s.MakeRoom(context)), .. room.Create]),
            .. Step.Together(room.Name),
            .. StrategyList.Of(s => s.StartFirst(context)),
            .. StrategyList.Of(s => s.Start(context)),
        ];
    }

    // Compose wants to start one that is paused, which the engine refuses.
    private static IEnumerable<Step> Paused(PlanningContext context) => context.Changing
        .Where(s => s.Occupant is { State: "paused" })
        .Select(s => ContainerStep.Stop(s.Occupant!.Name, "it is paused, and replaced") with { Subject = s.Goal });

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Removing(context);
}

using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Removes what has given way and ended, and the images of releases that no rollback needs any more.</summary>
public sealed class CleanUpSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        foreach (var step in SlotRoom.RemoveEnded(context))
        {
            yield return step;
        }

        if (KeptReleases.Prunable(context) is { Count: > 0 } prunable)
        {
            yield return new CommandStep(context.Docker.RemoveImages(prunable)) { Purpose = "old releases", ContinueOnError = true };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) => SlotRoom.RemoveEnded(context);
}

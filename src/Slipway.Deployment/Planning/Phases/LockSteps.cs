using Slipway.Compose.Slots;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Planning.Phases;

/// <summary>Takes the application's lock, and under it writes the overlay that all further commands use.</summary>
public sealed class LockSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        yield return new TakeLockStep(context.Application.Name) { Purpose = "one deployment at a time" };
        if (context.Overlay is { } overlay && overlay.Text != context.Observation.Overlay)
        {
            yield return new WriteFileStep(context.Application.OverlayPath, SlotOverlay.FileName, overlay.Text) { Purpose = "the slots, for compose" };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) =>
        [new TakeLockStep(context.Application.Name) { Purpose = "one deployment at a time" }];

    /// <inheritdoc/>
    protected override IEnumerable<Step> Release(PlanningContext context) => RollBack(context);

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        context.LockIsDead ? "removes the lock of a run that was killed" : base.Reason(context, steps);
}

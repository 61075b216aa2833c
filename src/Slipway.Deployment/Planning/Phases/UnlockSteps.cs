using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Planning.Phases;

/// <summary>Releases the application's lock, once all is done.</summary>
public sealed class UnlockSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => [new ReleaseLockStep(context.Application.Name) { Purpose = "done" }];

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) => Steps(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Release(PlanningContext context) => Steps(context);
}

using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Makes sure, by asking the proxy, that the new slots serve, and watches how they do.</summary>
public sealed class WatchSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => StrategyList.Of(s => s.Confirm(context));

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Switching(context);
}

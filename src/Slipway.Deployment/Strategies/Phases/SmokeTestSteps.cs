using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Asks the new slots through the proxy, as users will, while users still reach the old ones.</summary>
public sealed class SmokeTestSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => StrategyList.Of(s => s.Test(context));

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count == 0 && context.Environment.RaisesAtSwitch ? "the proxy comes before the slots at the switch" : base.Reason(context, steps);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Removing(context);
}

using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Waits until what will serve answers.</summary>
public sealed class AwaitReadySteps : PhaseSteps
{
    /// <summary>The phase's name, by which the history knows how long starts took.</summary>
    public const string PhaseName = "AwaitReady";

    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => StrategyList.Of(s => s.AwaitReady(context));

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Removing(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) => StrategyList.Of(s => s.AwaitWarm(context));
}

using Slipway.Deployment.Fronts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Lets the proxy serve the new slots, in one act, and hands over what runs once only.</summary>
public sealed class SwitchSteps : PhaseSteps
{
    /// <summary>The phase's name, by which it is known whether users were led anywhere.</summary>
    public const string PhaseName = "Switch";

    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) =>
        [.. StrategyList.Of(s => s.Switch(context)), .. FrontSteps.After(context, isLed: StrategyList.All.Any(s => s.LeadsFront(context)))];

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) => UndoSteps.Switching(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Release(PlanningContext context) => BackToCompose.Switch(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> UndoRelease(PlanningContext context) => BackToCompose.Undo(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) =>
        [.. StrategyList.Of(s => s.RollBack(context)), .. StrategyList.Back(s => s.FinishRollBack(context))];

    /// <inheritdoc/>
    protected override IEnumerable<Step> UndoRollBack(PlanningContext context) => StrategyList.Back(s => s.UndoRollBack(context));
}

using Slipway.Deployment.Mounts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Starts what the slots need around them, and lets the slot that is about to be used end its last requests.</summary>
public sealed class PrepareSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        List<Step> copied = [.. PutFilesStep.For(context)];
        List<Step> provided = [.. StrategyList.Of(s => s.Provide(context))];
        List<Step> raised = context.Environment.Raised.Any() && !context.Environment.RaisesAtSwitch ? [.. TakeOver.Raise(context)] : [];
        var paused = context.Environment.Paused.Select(g => ContainerStep.Unpause(g.Gateway.Container, "the proxy"));
        return
        [
            .. copied.Select(s => s with { Parallel = s != copied[0] }),
            .. provided,
            .. paused,
            .. raised.Select(s => s == raised[0] ? s with { Parallel = provided.Count > 0 } : s),
            .. StrategyList.Of(s => s.Prepare(context)),
            .. SlotRoom.EndLeftovers(context),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) => SlotRoom.EndLeftovers(context);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(PlanningContext context) =>
        context.Environment.Raised.Any(g => g.Action == GatewayAction.Replace) && !context.Environment.RaisesAtSwitch ? TakeOver.RaiseAgain(context) : [];

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "everything around the slots runs" : string.Empty;
}

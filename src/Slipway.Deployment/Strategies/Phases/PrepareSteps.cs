using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Starts what the slots need around them, and lets the slot that is about to be used end its last requests.</summary>
public sealed class PrepareSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        var environment = context.Environment;
        List<Step> provided = [.. StrategyList.Of(s => s.Provide(context))];
        List<Step> proxy = (environment.StartProxy || environment.ReplaceProxy) && !environment.ProxyAtSwitch
            ? [TakeOver.StartProxy(context) with { Parallel = provided.Count > 0 }]
            : [];
        return [.. provided, .. proxy, .. StrategyList.Of(s => s.Prepare(context))];
    }

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "everything around the slots runs" : string.Empty;
}

using Slipway.Deployment.Fronts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Refuses before anything is changed.</summary>
public sealed class PreflightSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) =>
        [new PreflightStep { Purpose = "check disk, ports, memory, migrations" }, .. TestProxyStep.For(context), .. FrontSteps.Before(context)];

    /// <inheritdoc/>
    protected override IEnumerable<Step> Release(PlanningContext context) => FrontSteps.Before(context);
}

using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Planning.Phases;

/// <summary>Refuses before anything is changed.</summary>
public sealed class PreflightSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) => [new PreflightStep { Purpose = "check disk, ports, memory, migrations" }];
}

using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Refuses before anything is changed.</summary>
[TaskName(nameof(Preflight))]
[TaskDescription("Refuses, before any change, what can't go well.")]
public sealed class Preflight : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs) => [new PreflightStep { Purpose = "check disk, ports, memory, migrations" }];
}

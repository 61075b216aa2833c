using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>The whole deployment.</summary>
[TaskName(nameof(Deploy))]
[TaskDescription("Deploys the application without losing a request.")]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Deploy : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs) =>
        [new ReleaseLockStep(inputs.Application.Name) { Purpose = "done" }];
}

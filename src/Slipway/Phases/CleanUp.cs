using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Changes;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Removes the images of releases that no rollback needs any more.</summary>
[TaskName(nameof(CleanUp))]
[TaskDescription("Removes images that no rollback needs.")]
[IsDependentOn(typeof(Lock))]
public sealed class CleanUp : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var dispensable = KeptReleases.Dispensable(inputs);
        if (dispensable.Count > 0)
        {
            yield return new CommandStep(inputs.Docker(["image", "rm", .. dispensable])) { Purpose = "old releases", MayFail = true };
        }
    }
}

using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Images;

/// <summary>Removes the images of releases that no rollback needs any more.</summary>
public sealed class CleanUpSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context) =>
        KeptReleases.Prunable(context) is { Count: > 0 } prunable
            ? [new CommandStep(context.Docker.RemoveImages(prunable)) { Purpose = "old releases", ContinueOnError = true }]
            : [];
}

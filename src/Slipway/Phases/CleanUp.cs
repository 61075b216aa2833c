using Cake.Frosting;
using Slipway.Deployment.Images;

namespace Slipway.Phases;

/// <summary>Removes the images of releases that no rollback needs any more.</summary>
[TaskName(nameof(CleanUp))]
[TaskDescription("Removes images that no rollback needs.")]
[IsDependentOn(typeof(StartSlot))]
public sealed class CleanUp() : Phase(new CleanUpSteps());

using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Removes what gave way and the images that no rollback needs any more.</summary>
[TaskName(nameof(CleanUp))]
[TaskDescription("Removes images that no rollback needs.")]
[IsDependentOn(typeof(StartSlot))]
public sealed class CleanUp() : Phase(new CleanUpSteps());

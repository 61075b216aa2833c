using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Leaves the old slots warm for a rollback, or stops them once they are drained if they are not to be kept.</summary>
[TaskName(nameof(Retire))]
[TaskDescription("Stops what no rollback needs, once it is drained.")]
[IsDependentOn(typeof(Watch))]
public sealed class Retire() : Phase(new RetireSteps());

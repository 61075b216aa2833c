using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;

namespace Slipway.Phases;

/// <summary>Takes the application's lock, and under it writes the overlay that all further commands use.</summary>
[TaskName(nameof(Lock))]
[TaskDescription("Takes the application's lock at the engine.")]
[IsDependentOn(typeof(Preflight))]
public sealed class Lock() : Phase(new LockSteps());

using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;

namespace Slipway.Phases;

/// <summary>Goes back to the slot that served before; with <c>--release=NAME</c> to any release whose images are kept.</summary>
[TaskName(nameof(Rollback))]
[TaskDescription("Goes back to the release before, or with --release=NAME to a kept one.")]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Rollback() : Phase(new UnlockSteps());

using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Goes back to the slot that served before; with <c>--release=NAME</c> to any release whose images are kept.</summary>
[TaskName(nameof(Rollback))]
[TaskDescription(TargetDescriptions.Rollback)]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Rollback() : Phase(new UnlockSteps());

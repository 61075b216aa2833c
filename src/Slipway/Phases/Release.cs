using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Gives the application back to plain compose.</summary>
[TaskName(nameof(Release))]
[TaskDescription(TargetDescriptions.Release)]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Release() : Phase(new UnlockSteps());

using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>The whole deployment.</summary>
[TaskName(nameof(Deploy))]
[TaskDescription(TargetDescriptions.Deploy)]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Deploy() : Phase(new UnlockSteps());

using Cake.Frosting;
using Slipway.Deployment.Planning.Phases;

namespace Slipway.Phases;

/// <summary>The whole deployment.</summary>
[TaskName(nameof(Deploy))]
[TaskDescription("Deploys the application without losing a request.")]
[IsDependentOn(typeof(Retire))]
[IsDependentOn(typeof(CleanUp))]
public sealed class Deploy() : Phase(new UnlockSteps());

using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Refuses before anything is changed.</summary>
[TaskName(nameof(Preflight))]
[TaskDescription("Refuses, before any change, what can't go well.")]
public sealed class Preflight() : Phase(new PreflightSteps());

using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Waits until what will serve answers.</summary>
[TaskName(nameof(AwaitReady))]
[TaskDescription("Waits until the new release answers.")]
[IsDependentOn(typeof(StartSlot))]
public sealed class AwaitReady() : Phase(new AwaitReadySteps());

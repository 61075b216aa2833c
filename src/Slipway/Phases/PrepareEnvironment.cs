using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Starts what the slots need around them, and lets the slot that is about to be used end its last requests.</summary>
[TaskName(nameof(PrepareEnvironment))]
[TaskDescription("Starts stateful services and proxy, drains the warm slot.")]
[IsDependentOn(typeof(Lock))]
public sealed class PrepareEnvironment() : Phase(new PrepareSteps());

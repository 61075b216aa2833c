using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Starts the new release in the slot that does not serve; what ran there before has answered its last request by now.</summary>
[TaskName(nameof(StartSlot))]
[TaskDescription("Starts the new release beside the old one.")]
[IsDependentOn(typeof(Migrate))]
public sealed class StartSlot() : Phase(new StartSlotSteps());

using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Starts the new release in the slot that does not serve; what ran there before has answered its last request by now.</summary>
[TaskName(nameof(StartSlot))]
[TaskDescription("Starts the new release beside the old one.")]
[IsDependentOn(typeof(Migrate))]
public sealed class StartSlot : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var services = inputs.ChangingSlots.ToList();
        if (services.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", "--no-build", .. services.Select(s => s.TargetService)])) { Purpose = "start" };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

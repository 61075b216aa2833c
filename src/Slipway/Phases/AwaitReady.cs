using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Probes the new slots until they are ready; meanwhile what is handed over later is created, but not started.</summary>
[TaskName(nameof(AwaitReady))]
[TaskDescription("Waits until the new release answers.")]
[IsDependentOn(typeof(StartSlot))]
public sealed class AwaitReady : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        foreach (var service in inputs.ChangingSlots)
        {
            yield return new AwaitReadyStep(
                inputs.Application.ContainerOf(service.TargetService),
                inputs.Layout.AddressOf(service.Name, service.Target),
                service.Settings.Port,
                service.Settings.Health)
            {
                Purpose = "ready",
                Timeout = service.Settings.Ready,
                Beside = true,
            };
        }

        var handoffs = inputs.ChangingHandoffs.Select(s => s.TargetService).ToList();
        if (handoffs.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["up", "--no-start", "--no-deps", "--no-build", .. handoffs])) { Purpose = "create", Beside = true };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

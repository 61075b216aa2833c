using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Probes the new slots until they are ready.</summary>
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
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

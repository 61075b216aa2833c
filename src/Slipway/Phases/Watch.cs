using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Phases;

/// <summary>Makes sure, by asking the proxy, that the new slots serve, and watches how they do.</summary>
[TaskName(nameof(Watch))]
[TaskDescription("Makes sure that the new release serves.")]
[IsDependentOn(typeof(Switch))]
public sealed class Watch : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var settings = inputs.Application.Settings;
        var slots = inputs.ChangingSlots.ToDictionary(s => s.Name, s => s.Target, StringComparer.Ordinal);
        if (slots.Count > 0)
        {
            yield return new ConfirmSlotStep(inputs.Layout.ProxyContainer, slots) { Purpose = "confirm", Timeout = TimeSpan.FromSeconds(15) };
            if (settings.Watch > TimeSpan.Zero)
            {
                var containers = inputs.ChangingSlots.ToDictionary(s => new SlotChoice(s.Name, s.Target), s => inputs.Application.ContainerOf(s.TargetService));
                yield return new WatchStep(inputs.Layout.ProxyContainer, containers, settings.Watch, settings.WatchFailures)
                {
                    Purpose = "watch",
                    Timeout = settings.Watch + TimeSpan.FromSeconds(15),
                };
            }
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Switching(inputs);
}

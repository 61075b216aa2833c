using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Phases;

/// <summary>Leaves the old slots warm for a rollback, or stops them once they are drained if they are not to be kept.</summary>
[TaskName(nameof(Retire))]
[TaskDescription("Stops what no rollback needs, once it is drained.")]
[IsDependentOn(typeof(Watch))]
public sealed class Retire : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        if (!inputs.Application.Settings.KeepWarm)
        {
            foreach (var service in inputs.ChangingSlots.Where(s => s.Active is not null))
            {
                yield return new DrainStep(inputs.Layout.ProxyContainer, service.Name, service.Active!.Value) { Purpose = "drain", Timeout = service.Settings.Drain };
            }

            var old = inputs.Changing.Where(s => s.Active is not null).Select(s => $"{s.Name}-{s.Active!.Value.Name()}").ToList();
            if (old.Count > 0)
            {
                yield return new CommandStep(inputs.Compose(["rm", "--stop", "--force", .. old])) { Purpose = "remove the old slot" };
            }
        }

        var plain = inputs.Changing.Select(s => s.Incumbent).Where(c => c is { Slot: null }).Select(c => c!.Name).ToList();
        if (plain.Count > 0)
        {
            yield return new CommandStep(inputs.Docker(["stop", .. plain])) { Purpose = "what plain compose had started" };
            yield return new CommandStep(inputs.Docker(["rm", .. plain])) { Purpose = "what plain compose had started" };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 && inputs.Changing.Any(s => s.Active is not null) ? "the old slot stays warm for a rollback" : "nothing to do";
}

using Cake.Frosting;
using Slipway.Configuration;
using Slipway.Planning;
using Slipway.Planning.Changes;
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
        var old = inputs.Application.Settings.KeepWarm ? [] : Old(inputs).ToList();
        foreach (var (service, slot) in old.Where(o => o.Service.Settings.Strategy == Strategy.BlueGreen))
        {
            yield return new DrainStep(inputs.Layout.ProxyContainer, service.Name, slot) { Purpose = "drain", Timeout = service.Settings.Drain };
        }

        if (old.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["rm", "--stop", "--force", .. old.Select(o => $"{o.Service.Name}-{o.Slot.Name()}")])) { Purpose = "remove the old slot" };
        }

        var plain = inputs.Plain.Select(c => c.Name).ToList();
        if (plain.Count > 0)
        {
            yield return new CommandStep(inputs.Docker(["stop", .. plain])) { Purpose = "what plain compose had started" };
            yield return new CommandStep(inputs.Docker(["rm", .. plain])) { Purpose = "what plain compose had started" };
        }
    }

    // The slots that served until now, and those that a run which was killed did not come to remove.
    private static IEnumerable<(ServiceChange Service, Slot Slot)> Old(DeploymentInputs inputs) =>
        inputs.Changing.Where(s => s.Active is not null).Select(s => (s, s.Active!.Value))
            .Concat(inputs.Unretired.Where(s => s.Occupant is not null).Select(s => (s, s.Target)));

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 && inputs.Changing.Any(s => s.Active is not null) ? "the old slot stays warm for a rollback" : "nothing to do";
}

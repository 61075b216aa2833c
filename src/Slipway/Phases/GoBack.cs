using Slipway.Planning;
using Slipway.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Phases;

/// <summary>The steps by which a deployment that failed leaves the old release alone, as it was.</summary>
internal static class GoBack
{
    /// <summary>Removes the new slots, which have not served yet.</summary>
    public static IEnumerable<Step> Removing(DeploymentInputs inputs)
    {
        var slots = inputs.ChangingSlots.Concat(inputs.ChangingHandoffs).Select(s => s.TargetService).ToList();
        if (slots.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["rm", "--stop", "--force", .. slots])) { Purpose = "remove the new slot", MayFail = true };
        }
    }

    /// <summary>Lets the proxy serve the old slots, hands back what was handed over, and removes the new slots.</summary>
    public static IEnumerable<Step> Switching(DeploymentInputs inputs)
    {
        var choices = inputs.ChangingSlots.Where(s => s.Active is not null).Select(s => new SlotChoice(s.Name, s.Active!.Value)).ToList();
        if (choices.Count > 0)
        {
            yield return ContainerStep.Execute(inputs.Layout.ProxyContainer, inputs.Layout.Proxy!.SwitchTo(choices), "switch back") with { Tries = 3, MayFail = true };
        }

        foreach (var step in inputs.Environment.ProxyAtSwitch ? TakeOver.Undo(inputs) : [])
        {
            yield return step;
        }

        foreach (var service in inputs.ChangingHandoffs.Where(s => s.Incumbent is { State: "running" or "restarting" or "paused" }))
        {
            yield return ContainerStep.Stop(inputs.Application.ContainerOf(service.TargetService), "hand back") with { MayFail = true };
            yield return ContainerStep.Start(service.Incumbent!.Name, "hand back") with { MayFail = true };
        }

        foreach (var service in inputs.ChangingSlots.Where(s => s.Active is not null))
        {
            yield return new DrainStep(inputs.Layout.ProxyContainer, service.Name, service.Target) { Purpose = "drain", Timeout = service.Settings.Drain };
        }

        foreach (var step in Removing(inputs))
        {
            yield return step;
        }
    }
}

using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Phases;

/// <summary>Lets the proxy serve the new slots, in one act, and hands over what runs once only.</summary>
[TaskName(nameof(Switch))]
[TaskDescription("Lets the proxy serve the new release.")]
[IsDependentOn(typeof(SmokeTest))]
public sealed class Switch : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        foreach (var step in RollingSteps.For(inputs))
        {
            yield return step;
        }

        foreach (var step in inputs.Environment.ProxyAtSwitch ? TakeOver.Steps(inputs) : [])
        {
            yield return step;
        }

        // The proxy switches beside the end of what runs once only: neither waits for the other, and both can be taken back.
        var choices = inputs.ChangingSlots.Select(s => new SlotChoice(s.Name, s.Target)).ToList();
        if (choices.Count > 0)
        {
            yield return ContainerStep.Execute(inputs.Layout.ProxyContainer, inputs.Layout.Proxy!.SwitchTo(choices), "switch") with
            {
                Tries = 3,
                Timeout = TimeSpan.FromSeconds(15),
            };
        }

        foreach (var service in inputs.ChangingHandoffs)
        {
            if (service.Incumbent is { State: "running" or "restarting" or "paused" } old)
            {
                yield return ContainerStep.Stop(old.Name, "hand over: stop the old one") with { Beside = choices.Count > 0 && service == inputs.ChangingHandoffs.First() };
            }

            var container = inputs.Application.ContainerOf(service.TargetService);
            yield return ContainerStep.Start(container, "hand over: start the new one");
            yield return new AwaitRunningStep(container) { Purpose = "hand over", Timeout = service.Settings.Ready };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Switching(inputs);
}

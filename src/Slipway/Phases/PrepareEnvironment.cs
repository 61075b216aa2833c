using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Starts what the slots need around them, and lets the slot that is about to be used end its last requests.</summary>
[TaskName(nameof(PrepareEnvironment))]
[TaskDescription("Starts stateful services and proxy, drains the warm slot.")]
[IsDependentOn(typeof(Lock))]
public sealed class PrepareEnvironment : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var environment = inputs.Environment;
        List<string> services = [.. environment.Start, .. environment.Replace];
        if (services.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", "--wait", .. services])) { Purpose = "stateful services", Timeout = TimeSpan.FromMinutes(15) };
        }

        if ((environment.StartProxy || environment.ReplaceProxy) && !environment.ProxyAtSwitch)
        {
            yield return TakeOver.StartProxy(inputs) with { Beside = services.Count > 0 };
        }

        // A slot that does not serve gets no new requests, so it can be drained long before it is needed.
        foreach (var service in inputs.ChangingSlots.Where(s => s.Active is not null && s.Occupant is { IsRunning: true } && !inputs.IsWarm(s) && !inputs.IsDrained(s) && !environment.StartProxy))
        {
            yield return new DrainStep(inputs.Layout.ProxyContainer, service.Name, service.Target)
            {
                Purpose = "let the warm slot end its requests",
                Timeout = service.Settings.Drain,
                Beside = true,
            };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "everything around the slots runs" : string.Empty;
}

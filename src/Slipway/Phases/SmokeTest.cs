using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Asks the new slots through the proxy, as users will, while users still reach the old ones.</summary>
[TaskName(nameof(SmokeTest))]
[TaskDescription("Asks the new release through the proxy.")]
[IsDependentOn(typeof(AwaitReady))]
public sealed class SmokeTest : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs) =>
        from service in inputs.Environment.ProxyAtSwitch ? [] : inputs.ChangingSlots
        from path in service.Settings.Smoke.DefaultIfEmpty(service.Settings.Health)
        select new SmokeStep(inputs.Layout.ProxyContainer, service.Name, service.Target, path)
        {
            Purpose = "through the proxy",
            Timeout = TimeSpan.FromSeconds(15),
            Beside = true,
        };

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 && inputs.Environment.ProxyAtSwitch ? "the proxy comes before the slots at the switch" : base.Reason(inputs, steps);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

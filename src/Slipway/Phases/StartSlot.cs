using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Changes;
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
        var slots = inputs.ChangingSlots.ToList();
        var replaced = slots.Any(inputs.IsWarm) ? [] : slots.Where(s => s.Occupant is { IsRunning: true }).ToList();
        foreach (var service in replaced)
        {
            // What was warm ends while compose still reads its files. Compose finds it stopped, or waits for it.
            yield return ContainerStep.Stop(service.Occupant!.Name, "end what was warm") with { Beside = service != replaced[0], MayFail = true };
        }

        // What is handed over later is created here as well, so that compose is started once only.
        var created = slots.Concat(inputs.ChangingHandoffs).Select(s => s.TargetService).ToList();
        if (created.Count > 0)
        {
            string[] force = replaced.Count > 0 ? ["--force-recreate"] : [];
            yield return new CommandStep(inputs.Compose(["up", "--no-start", "--no-deps", "--no-build", .. force, .. created])) { Purpose = "create", Beside = replaced.Count > 0 };
        }

        if (slots.Any(s => NeedsCompose(inputs, s)))
        {
            yield return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", "--no-build", .. slots.Select(s => s.TargetService)])) { Purpose = "start" };
            yield break;
        }

        foreach (var service in slots)
        {
            yield return ContainerStep.Start(inputs.Application.ContainerOf(service.TargetService), "start") with { Beside = service != slots[0] };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);

    // The engine knows neither hooks nor who waits for whom.
    private static bool NeedsCompose(DeploymentInputs inputs, ServiceChange slot) =>
        inputs.Application.Compose.Find(slot.Name) is { } service
        && (service.HasHooks || service.DependsOn.Any(d => inputs.ChangingSlots.Any(s => s.Name == d.Service)));
}

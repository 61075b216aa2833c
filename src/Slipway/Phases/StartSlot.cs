using Cake.Frosting;
using Slipway.Planning;
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
        var services = inputs.ChangingSlots.ToList();
        if (services.Count > 0)
        {
            var replaced = services.Any(inputs.IsWarm) ? [] : services.Where(s => s.Occupant is { IsRunning: true }).ToList();
            foreach (var service in replaced)
            {
                // What was warm ends while compose still reads its files. Compose finds it stopped, or waits for it.
                yield return ContainerStep.Stop(service.Occupant!.Name, "end what was warm") with { Beside = service != replaced[0], MayFail = true };
            }

            string[] force = replaced.Count > 0 ? ["--force-recreate"] : [];
            yield return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", "--no-build", .. force, .. services.Select(s => s.TargetService)])) { Purpose = "start", Beside = replaced.Count > 0 };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

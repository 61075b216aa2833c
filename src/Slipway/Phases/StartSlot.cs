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
            string[] force = replaced.Count > 0 ? ["--force-recreate"] : [];
            yield return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", "--no-build", .. force, .. services.Select(s => s.TargetService)])) { Purpose = "start" };
            if (replaced.Count > 0)
            {
                // What was warm ends while compose still reads its files. Compose finds it stopped, or waits for it.
                yield return new CommandStep(inputs.Docker(["stop", .. replaced.Select(s => s.Occupant!.Name)])) { Purpose = "end what was warm", Beside = true, MayFail = true };
            }
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Undo(DeploymentInputs inputs) => GoBack.Removing(inputs);
}

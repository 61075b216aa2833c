using Cake.Frosting;
using Slipway.Compose.Slots;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Takes the application's lock, and under it writes the overlay that all further commands use.</summary>
[TaskName(nameof(Lock))]
[TaskDescription("Takes the application's lock at the engine.")]
[IsDependentOn(typeof(Preflight))]
public sealed class Lock : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        yield return new TakeLockStep(inputs.Application.Name) { Purpose = "one deployment at a time" };
        if (inputs.Overlay is { } overlay && overlay.Text != inputs.Observation.Overlay)
        {
            yield return new WriteFileStep(inputs.Application.OverlayPath, SlotOverlay.FileName, overlay.Text) { Purpose = "the slots, for compose" };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        inputs.LockIsDead ? "removes the lock of a run that was killed" : base.Reason(inputs, steps);
}

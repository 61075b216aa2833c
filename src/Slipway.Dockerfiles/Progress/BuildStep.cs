using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Progress;

/// <summary>A step of a build as BuildKit has told of it.</summary>
/// <param name="Label">The stage, after the service where compose builds several; empty for a file with one stage without a name.</param>
/// <param name="Index">Its number in the stage, from 1; the FROM counts.</param>
/// <param name="Text">The instruction with its variables replaced.</param>
/// <param name="IsCached">Whether an earlier build's result was taken.</param>
/// <param name="Seconds">How long it took; 0 when it was cached.</param>
public sealed record BuildStep(string Label, int Index, string Text, bool IsCached, double Seconds)
{
    /// <summary>Whether this is what a build says of a step of a Dockerfile.</summary>
    /// <param name="stages">The stages of the file.</param>
    /// <returns>True if so.</returns>
    public bool Is(Step step, IReadOnlyList<Stage> stages) =>
        Index == IndexOf(step) && (IsOf(step.Stage) || (Label.Length == 0 && stages.Count == 1));

    // Of a file with one stage, BuildKit tells its name only at times.
    private bool IsOf(Stage stage) => Label.Equals(stage.Name ?? $"stage-{stage.Index}", StringComparison.OrdinalIgnoreCase);

    private static int IndexOf(Step step)
    {
        // A stage that goes on from another one, or from nothing, has no step for its FROM.
        var from = step.Stage.Parent is null && step.Stage.Image != "scratch" ? 1 : 0;
        return from + step.Stage.Steps.Take(step.Index + 1).Count(s => s.MakesLayer);
    }
}

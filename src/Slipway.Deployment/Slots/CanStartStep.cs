using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Slots;

/// <summary>Makes sure that the program of a container that was made, and not started, is there: before what it replaces is stopped.</summary>
/// <param name="Container">The container's name.</param>
public sealed record CanStartStep(string Container) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"look for the program of {Container}";
}

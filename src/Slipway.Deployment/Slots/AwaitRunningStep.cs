using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Slots;

/// <summary>Waits until a container without an HTTP port runs, and is healthy if it has a health check.</summary>
/// <param name="Container">The container's name.</param>
public sealed record AwaitRunningStep(string Container) : Step
{
    /// <summary>Whether it must have a health check, because that is what says when it is ready.</summary>
    public bool NeedsCheck { get; init; }

    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"await {Container}";
}

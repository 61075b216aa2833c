using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Jobs;

/// <summary>Starts the container of a job, shows what it prints, and waits for its end.</summary>
/// <param name="Container">The container's name; it is there and does not run.</param>
/// <param name="Service">The compose service.</param>
public sealed record RunJobStep(string Container, string Service) : Step
{
    /// <inheritdoc/>
    public override string Command => $"docker start --attach {Container}";
}

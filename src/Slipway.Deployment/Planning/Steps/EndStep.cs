namespace Slipway.Deployment.Planning.Steps;

/// <summary>
/// Lets a container end beside the rest: it leaves the slots' network, so that another can have its address, and is asked to end. The next step
/// does not wait for that, unless something is still under way to it, to which it has to say goodbye; the engine kills it after its own time to stop, even
/// if the run has ended by then.
/// </summary>
/// <param name="Container">The container's name, which may be one by which everyone knows that it is to end.</param>
/// <param name="Network">The network that it leaves; null when it is on none of Slipway's.</param>
public sealed record EndStep(string Container, string? Network) : Step
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ends => [Container];

    /// <inheritdoc/>
    public override string Command =>
        $"{(Network is null ? string.Empty : $"docker network disconnect {Network} {Container}; ")}docker stop {Container}, which ends beside the rest";
}

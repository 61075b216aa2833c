namespace Slipway.Compose.Drafts;

/// <summary>How Slipway finds out whether a service is ready.</summary>
/// <param name="Path">The path to ask for, or <see cref="Container"/>; null for the root.</param>
/// <param name="Host">The host that the request names; null for the usual one.</param>
/// <param name="Why">Why it is the container's own check; null when it isn't.</param>
internal sealed record Health(string? Path, string? Host, string? Why)
{
    /// <summary>What stands for the container's own health check in slipway.yaml.</summary>
    public const string Container = "container";

    /// <summary>Takes what a check says, where Slipway's probe can ask the same of the port that users reach.</summary>
    /// <param name="check">The check; null without one.</param>
    /// <param name="port">The port that users reach, inside of the container, 1 to 65535.</param>
    public static Health Of(OwnCheck? check, int port) =>
        check is null ? new(null, null, null)
        : check.Path is null ? new(Container, null, "its own health check decides, which asks more than a path")
        : check.Port != port ? new(Container, null, $"its own health check decides, which asks port {check.Port}")
        : new(check.Path == "/" ? null : check.Path, check.Host, null);
}

namespace Slipway.Compose.Drafts;

/// <summary>What somebody has decided about a service.</summary>
/// <param name="Strategy"><c>blue-green</c>, <c>handoff</c>, <c>rolling</c> or <c>stateful</c>.</param>
public sealed record ServiceDecision(string Strategy)
{
    /// <summary>The port that it serves HTTP on inside its container, 1 to 65535; null leaves the guess.</summary>
    public int? Port { get; init; }

    /// <summary>The path that answers once it is ready; null leaves the guess.</summary>
    public string? Health { get; init; }
}

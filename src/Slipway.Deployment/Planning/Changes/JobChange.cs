namespace Slipway.Deployment.Planning.Changes;

/// <summary>What a deployment does with a service that runs to its end.</summary>
/// <param name="Name">The compose service.</param>
/// <param name="IsDue">Whether it is run.</param>
/// <param name="Reason">Why, or why not, in a few words.</param>
/// <param name="Container">The name of its container.</param>
public sealed record JobChange(string Name, bool IsDue, string Reason, ImageChange Image, string Container)
{
    /// <summary>The labels that its container has now; none without one.</summary>
    internal IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

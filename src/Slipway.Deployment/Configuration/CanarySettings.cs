using Slipway.Traffic.Canaries;

namespace Slipway.Deployment.Configuration;

/// <summary>How a new release of a service gets a part of the requests before it gets all.</summary>
/// <param name="Stages">One after the other; at least one.</param>
/// <param name="Proxy">What the proxy has to be prepared for.</param>
public sealed record CanarySettings(IReadOnlyList<CanaryStage> Stages, Canary Proxy);

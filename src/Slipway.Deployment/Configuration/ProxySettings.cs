using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Configuration;

/// <summary>The proxy in front of the blue-green services.</summary>
public sealed record ProxySettings
{
    /// <summary>The program that it runs.</summary>
    public required IProxy Kind { get; init; }

    /// <summary>The compose service that is the proxy, or the name of the one that Slipway adds.</summary>
    public required string Service { get; init; }

    /// <summary>Whether Slipway adds the service because the compose file has none.</summary>
    public bool Added { get; init; }

    /// <summary>The image to use instead of the compose service's; needed when Slipway adds the service.</summary>
    public string? Image { get; init; }

    /// <summary>The TCP port that the proxy listens on inside its container, 1 to 65535.</summary>
    public int Listen { get; init; } = 80;

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;
}

using System.Globalization;
using Slipway.Compose.Services;
using Slipway.Deployment.Configuration.Requests;
using Slipway.Deployment.Configuration.Tls;
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

    /// <summary>Where in slipway.yaml that port stands.</summary>
    public Place ListenPlace { get; init; } = Place.None;

    /// <summary>How it ends TLS; null when it speaks HTTP only.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>What a proxy that Slipway adds publishes beyond what it takes over from services; each has one port, by TCP.</summary>
    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    /// <summary>Where in slipway.yaml those ports stand; null when they don't.</summary>
    public Place? PortsPlace { get; init; }

    /// <summary>The compose service that is the user's own front, which stays as it is; null when users reach the proxy itself.</summary>
    public string? Behind { get; init; }

    /// <summary>The command in the front's container that lets it look up names again; empty for what is known of it, or a new start.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];

    /// <summary>The file by which a Traefik is told where the services are; null when it is told by labels, or stands in no way before them.</summary>
    public TraefikSettings? Traefik { get; init; }

    /// <summary>Requests as users make them, which must work after a take-over when they did before it.</summary>
    public IReadOnlyList<Uri> Ask { get; init; } = [];

    /// <summary>What is done with the requests of services that don't say otherwise.</summary>
    public RequestSettings Requests { get; init; } = RequestSettings.None;

    /// <summary>What holds for clients.</summary>
    public ClientSettings Clients { get; init; } = new();

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml its image stands.</summary>
    public Place ImagePlace { get; init; } = Place.None;

    /// <summary>The compose service of one of the proxies.</summary>
    /// <param name="number">From 1.</param>
    /// <returns>Its name.</returns>
    public string NameOf(int number) => number == 1 ? Service : $"{Service}-{number}";

    /// <summary>The number of the proxy that a compose service is.</summary>
    /// <returns>From 1; null when it is none.</returns>
    public int? NumberOf(string composeService) =>
        composeService == Service ? 1
        : composeService.StartsWith(Service + "-", StringComparison.Ordinal)
            && int.TryParse(composeService.AsSpan(Service.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 1 ? number
        : null;
}

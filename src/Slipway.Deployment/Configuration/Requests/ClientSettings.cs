using System.Net;
using Slipway.Traffic.Requests;

namespace Slipway.Deployment.Configuration.Requests;

/// <summary>What slipway.yaml says of the clients of the proxy.</summary>
public sealed record ClientSettings
{
    /// <summary>The addresses of those who are believed when they say who the client is.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>Where in slipway.yaml they stand.</summary>
    public Place TrustedPlace { get; init; } = Place.None;

    /// <summary>Whether they come by the PROXY protocol.</summary>
    public bool HearsProxyProtocol { get; init; }

    /// <summary>Where in slipway.yaml that stands.</summary>
    public Place ProxyProtocolPlace { get; init; } = Place.None;

    /// <summary>The user's own lines for all requests.</summary>
    public IReadOnlyList<ExtraLine> Extra { get; init; } = [];

    /// <summary>How long a client may take for the head of a request.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a client's connection is kept between two requests; null for what is usual with the kind.</summary>
    public TimeSpan? IdleTimeout { get; init; }
}

using System.Net;
using System.Net.Security;

namespace Slipway.Load;

/// <summary>A load: who asks what, for how long at most.</summary>
/// <param name="Target">Where to; an address of this machine or of its containers (<see cref="OwnAddresses"/>).</param>
/// <param name="Clients">The clients; at least one group.</param>
public sealed record LoadPlan(IPEndPoint Target, IReadOnlyList<LoadClients> Clients)
{
    /// <summary>The value of the Host header.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>How clients speak TLS, one handshake a connection; null (the default) when they don't. They speak HTTP/1.1 in it.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>How long one request may take before it counts as failed. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The load ends by itself after this time. Default 10 minutes.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The load ends by itself after so many requests. Default 10 million.</summary>
    public long MostRequests { get; init; } = 10_000_000;
}

namespace Slipway.Compose.Services;

/// <summary>A port that a service publishes on the host.</summary>
/// <param name="Target">The port inside the container.</param>
/// <param name="Published">The host's port or range as written (<c>8080</c>, <c>8000-8010</c>), or null for one that the engine picks.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
/// <param name="HostIp">The host's address that it is bound to, or null for all.</param>
public sealed record ServicePort(int Target, string? Published, string Protocol, string? HostIp)
{
    /// <summary>What the file says that is spoken there, such as <c>http</c> or <c>grpc</c>; null when it doesn't.</summary>
    public string? AppProtocol { get; init; }
}

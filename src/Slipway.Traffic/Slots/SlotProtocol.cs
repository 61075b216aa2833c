namespace Slipway.Traffic.Slots;

/// <summary>What is spoken on a port of a service.</summary>
/// <param name="Name">What it is called in slipway.yaml.</param>
/// <param name="HasRequests">Whether a proxy sees its requests, and so chooses a slot for each of them; else for each connection.</param>
/// <param name="IsHttp2">Whether the slot is spoken to by HTTP/2 without TLS, begun with prior knowledge (RFC 9113, 3.3).</param>
public sealed record SlotProtocol(string Name, bool HasRequests, bool IsHttp2 = false)
{
    /// <summary>HTTP/1.1.</summary>
    public static SlotProtocol Http { get; } = new("http", HasRequests: true);

    /// <summary>HTTP/2 without TLS.</summary>
    public static SlotProtocol H2c { get; } = new("h2c", HasRequests: true, IsHttp2: true);

    /// <summary>gRPC, which is HTTP/2 with trailers.</summary>
    public static SlotProtocol Grpc { get; } = new("grpc", HasRequests: true, IsHttp2: true);

    /// <summary>Whatever is spoken over a TCP connection.</summary>
    public static SlotProtocol Tcp { get; } = new("tcp", HasRequests: false);

    /// <summary>Datagrams.</summary>
    public static SlotProtocol Udp { get; } = new("udp", HasRequests: false);

    /// <summary>All of them, the most common first.</summary>
    public static IReadOnlyList<SlotProtocol> All { get; } = [Http, H2c, Grpc, Tcp, Udp];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

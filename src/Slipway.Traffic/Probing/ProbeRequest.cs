using System.Net;
using Slipway.Traffic.Http;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Probing;

/// <summary>What a probe asks, and what it takes for an answer.</summary>
/// <param name="Path">The path of the health endpoint, with its query; starts with a slash.</param>
/// <param name="Host">The value of the Host header.</param>
public sealed record ProbeRequest(string Path, string Host = "localhost")
{
    /// <summary>
    /// What is spoken there. Of gRPC the health service is asked (<see cref="GrpcHealth"/>), of what has no requests whether it takes
    /// connections.
    /// </summary>
    public SlotProtocol Protocol { get; init; } = SlotProtocol.Http;

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The lowest status that means ready. Default 200.</summary>
    public int LowestStatus { get; init; } = 200;

    /// <summary>The highest status that means ready. Default 399.</summary>
    public int HighestStatus { get; init; } = 399;

    /// <summary>How long one attempt may take before it counts as timed out. Default 2 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The time from the start of one attempt to that of the next. Default 25 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How the address that is asked begins.</summary>
    public static string Scheme(SlotProtocol protocol) => protocol.Name;

    /// <summary>The path that is asked; empty when there are no requests.</summary>
    public static string PathOf(SlotProtocol protocol, string path) =>
        protocol == SlotProtocol.Grpc ? GrpcHealth.Path : protocol.HasRequests ? path : string.Empty;

    /// <exception cref="ArgumentException">The path, the host or a header has a line break.</exception>
    internal HttpRequestMessage ToMessage()
    {
        foreach (var text in Headers.SelectMany(h => new[] { h.Key, h.Value }).Append(Path).Append(Host).Where(t => t.AsSpan().ContainsAny('\r', '\n')))
        {
            throw new ArgumentException($"A probe's path, host and headers have no line breaks, but here is one: \"{text}\".");
        }

        var message = Protocol == SlotProtocol.Grpc ? GrpcHealth.Check() : new HttpRequestMessage(HttpMethod.Get, ContainerHttp.AddressOf(Path));
        if (Protocol.IsHttp2)
        {
            (message.Version, message.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        }

        message.Headers.Host = Host;
        foreach (var (name, value) in Headers.Prepend(new("Accept", "*/*")).Prepend(new("User-Agent", "slipway")))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}

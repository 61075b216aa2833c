using Slipway.Traffic.Http;

namespace Slipway.Traffic.Probing;

/// <summary>What a probe asks, and what it takes for an answer.</summary>
/// <param name="Path">The path of the health endpoint, with its query; starts with a slash.</param>
/// <param name="Host">The value of the Host header.</param>
public sealed record ProbeRequest(string Path, string Host = "localhost")
{
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

    /// <exception cref="ArgumentException">The path, the host or a header has a line break.</exception>
    internal HttpRequestMessage ToMessage()
    {
        foreach (var text in Headers.SelectMany(h => new[] { h.Key, h.Value }).Append(Path).Append(Host).Where(t => t.AsSpan().ContainsAny('\r', '\n')))
        {
            throw new ArgumentException($"A probe's path, host and headers have no line breaks, but here is one: \"{text}\".");
        }

        var message = new HttpRequestMessage(HttpMethod.Get, ContainerHttp.AddressOf(Path));
        message.Headers.Host = Host;
        foreach (var (name, value) in Headers.Prepend(new("Accept", "*/*")).Prepend(new("User-Agent", "slipway")))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}

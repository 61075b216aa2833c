using System.Text;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>A request that a client takes its time for: it sends one part after the other, and then nothing.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Http1">Its parts by HTTP/1.1.</param>
/// <param name="Http2">Its parts by HTTP/2.</param>
internal sealed record SlowRequest(string Title, IReadOnlyList<string> Http1, IReadOnlyList<byte[]> Http2)
{
    /// <summary>The path of the one that is whole in the end.</summary>
    public const string Patient = "/patient";
    private const int Length = 5;

    public static IReadOnlyList<SlowRequest> All { get; } =
    [
        new("nothing at all", [], []),
        new("a name of a header, and no more", ["GET /any HTTP/1.1\r\nHost: bot\r\nX-Any"], [RawHttp2.Frame(RawHttp2.Headers, RawHttp2.EndStream, 1, [0x82])]),
        new("headers without an end, one each second",
            ["GET /any HTTP/1.1\r\nHost: bot\r\n", .. Enumerable.Repeat("X-Any: a\r\n", Length)],
            [RawHttp2.Frame(RawHttp2.Headers, RawHttp2.EndStream, 1, [0x82]), .. Enumerable.Repeat(RawHttp2.Frame(RawHttp2.Continuation, 0, 1, [0x87]), Length)]),
        new("two bytes of a body, and no more", [Head("/any") + "ab"], [HeadersOf("/any"), RawHttp2.DataOf(1, "ab", end: false)]),
        new("a body of a byte each second",
            [Head(Patient), .. Enumerable.Repeat("a", Length)],
            [HeadersOf(Patient), .. Enumerable.Range(1, Length).Select(i => RawHttp2.DataOf(1, "a", end: i == Length))]),
    ];

    public IEnumerable<byte[]> PartsFor(bool http2) => http2 ? Http2 : Http1.Select(Encoding.Latin1.GetBytes);

    private static string Head(string path) => $"POST {path} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\nContent-Length: {Length}\r\n\r\n";

    private static byte[] HeadersOf(string path) => RawHttp2.HeadersOf(
        1, [(":method", "POST"), (":scheme", "https"), (":authority", "bot"), (":path", path), ("content-length", $"{Length}")], end: false);
}

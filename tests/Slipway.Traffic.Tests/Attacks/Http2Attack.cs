namespace Slipway.Traffic.Tests.Attacks;

/// <summary>A request of HTTP/2 that could be another one, or two, once it is written down as HTTP/1.1.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Bytes">All frames of the stream 1.</param>
internal sealed record Http2Attack(string Title, byte[] Bytes)
{
    private const string Smuggled = $"GET {Attack.Hidden} HTTP/1.1\r\nHost: bot\r\n\r\n";
    private const string Coded = "0\r\n\r\n" + Smuggled;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Http2Attack> All { get; } =
    [
        Of("`content-length` that is shorter than the body", [("content-length", "0")], Smuggled),
        Of("`content-length` that is longer than the body", [("content-length", "9")], "ab"),
        Of("two different `content-length`", [("content-length", "0"), ("content-length", $"{Smuggled.Length}")], Smuggled),
        Of("`content-length: +2`", [("content-length", "+2")], "ab"),
        Of("`content_length`", [("content_length", "0")], Smuggled),
        Of("`transfer-encoding: chunked`", [("transfer-encoding", "chunked")], Coded),
        Of("`transfer_encoding: chunked`", [("transfer_encoding", "chunked")], Coded),
        Of("`connection` that names the client's address", [("connection", "x-real-ip, x-forwarded-for")]),
        Of("`te: trailers, chunked`", [("te", "trailers, chunked")]),
        Of("`upgrade: h2c`", [("upgrade", "h2c"), ("http2-settings", "AAMAAABkAAQAAP__")]),
        Of("a line's end in a value", [("x-any", "a\r\ntransfer-encoding: chunked")], Coded),
        Of("a bare line feed in a value", [("x-any", "a\ntransfer-encoding: chunked")], Coded),
        Of("a bare carriage return in a value", [("x-any", "a\rtransfer-encoding: chunked")], Coded),
        Of("a NUL in a value", [("x-any", "a\0b")]),
        Of("a line's end in a name", [("x-any: a\r\ntransfer-encoding", "chunked")], Coded),
        Of("a colon in a name", [("transfer-encoding: chunked\r\nx-any", "a")], Coded),
        Of("a space in a name", [("transfer-encoding ", "chunked")], Coded),
        Of("capitals in a name", [("Transfer-Encoding", "chunked")], Coded),
        Of("no name", [("", "chunked")]),
        With("a line's end in `:path`", ":path", $"/any HTTP/1.1\r\nHost: bot\r\n\r\nGET {Attack.Hidden}"),
        With("a space in `:path`", ":path", "/any other"),
        With("`:path` without a slash", ":path", "any"),
        With("an empty `:path`", ":path", ""),
        With("a line's end in `:method`", ":method", $"GET {Attack.Hidden} HTTP/1.1\r\nHost: bot\r\n\r\nPOST"),
        With("a space in `:method`", ":method", $"GET {Attack.Hidden} HTTP/1.1 POST"),
        With("a line's end in `:authority`", ":authority", "bot\r\nTransfer-Encoding: chunked"),
        With("a path in `:authority`", ":authority", $"bot{Attack.Hidden}"),
        With("a line's end in `:scheme`", ":scheme", $"https://bot{Attack.Hidden} HTTP/1.1\r\nX: "),
        Of("`host` that is not `:authority`", [("host", "other")]),
        Of("two `:path`", [(":path", Attack.Hidden)]),
        new("`:path` after a header", [.. RawHttp2.HeadersOf(1, [(":method", "GET"), (":scheme", "https"), (":authority", "bot"), ("x-any", "a"), (":path", "/any")], end: true)]),
        Of("a name with a colon that nobody knows", [(":any", "a")]),
        Trailing("a trailer that says how long the body was", "content-length", "9"),
        Trailing("a trailer that says who the client is", "x-real-ip", "192.0.2.66"),
        Trailing("a trailer that is a path", ":path", Attack.Hidden),
        Of("a header of 64 KiB", [("x-any", new string('a', 64 << 10))]),
        Of("headers of 2 MiB", Enumerable.Range(0, 64).Select(i => ($"x-{i}", new string('a', 32 << 10)))),
        Of("2,000 headers", Enumerable.Range(0, 2000).Select(i => ($"x-{i}", "a"))),
        new("10,000 frames of headers that say nothing",
            [
                .. RawHttp2.Frame(RawHttp2.Headers, RawHttp2.EndStream, 1, []),
                .. Enumerable.Repeat(RawHttp2.Frame(RawHttp2.Continuation, 0, 1, []), 10_000).SelectMany(f => f),
            ]),
    ];

    private static (string Name, string Value)[] Head => [(":method", "POST"), (":scheme", "https"), (":authority", "bot"), (":path", "/any")];

    private static Http2Attack Of(string title, IEnumerable<(string Name, string Value)> headers, string body = "") =>
        new(title, [.. RawHttp2.HeadersOf(1, [.. Head, .. headers], end: false), .. RawHttp2.DataOf(1, body, end: true)]);

    private static Http2Attack With(string title, string name, string value) =>
        new(title, RawHttp2.HeadersOf(1, Head.Select(h => h.Name == name ? (name, value) : h), end: true));

    private static Http2Attack Trailing(string title, string name, string value) =>
        new(title, [.. RawHttp2.HeadersOf(1, Head, end: false), .. RawHttp2.DataOf(1, "ab", end: false), .. RawHttp2.HeadersOf(1, [(name, value)], end: true)]);
}

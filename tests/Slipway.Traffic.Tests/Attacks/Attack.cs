using System.Text;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>Bytes that one server may take for one request and another for two, or for another one.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Text">A character for each byte.</param>
internal sealed record Attack(string Title, string Text)
{
    /// <summary>The path of a request that nobody asked for.</summary>
    public const string Hidden = "/hidden";

    private const string Smuggled = $"GET {Hidden} HTTP/1.1\r\nHost: bot\r\nX: ";

    /// <summary>All of them; each is whole whichever way it is read, and asks that the connection be closed.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("`Content-Length` and then `Transfer-Encoding`", Post($"Content-Length: {5 + Smuggled.Length}\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + Smuggled)),
        new("`Transfer-Encoding` and then `Content-Length`", Post("Transfer-Encoding: chunked\r\nContent-Length: 4", Chunked(Smuggled))),
        new("two different `Content-Length`", Post($"Content-Length: 0\r\nContent-Length: {Smuggled.Length}", Smuggled)),
        new("the same `Content-Length` twice", Post("Content-Length: 2\r\nContent-Length: 2", "ab")),
        new("`Content-Length: 2, 2`", Post("Content-Length: 2, 2", "ab")),
        new("`Content-Length: +2`", Post("Content-Length: +2", "ab")),
        new("`Content-Length: 0x2`", Post("Content-Length: 0x2", "ab")),
        new("`Content-Length: -2`", Post("Content-Length: -2", "ab")),
        new("a space before the colon of `Content-Length`", Post($"Content-Length : {Smuggled.Length}", Smuggled)),
        new("`Content_Length`", Post($"Content_Length: {Smuggled.Length}", "")),
        new("`Transfer-Encoding: xchunked`", Post("Transfer-Encoding: xchunked", Chunked(Smuggled))),
        new("`Transfer-Encoding: chunked, identity`", Post("Transfer-Encoding: chunked, identity", Chunked(Smuggled))),
        new("`Transfer-Encoding: identity, chunked`", Post("Transfer-Encoding: identity, chunked", Chunked(Smuggled))),
        new("`Transfer-Encoding: chunked` twice", Post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", Chunked(Smuggled))),
        new("`Transfer-Encoding: chunked` and then another", Post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x", Chunked(Smuggled))),
        new("a space before the colon of `Transfer-Encoding`", Post("Transfer-Encoding : chunked", Chunked(Smuggled))),
        new("`Transfer_Encoding`", Post($"Transfer_Encoding: chunked\r\nContent-Length: {Chunked(Smuggled).Length}", Chunked(Smuggled))),
        new("a vertical tab before `chunked`", Post("Transfer-Encoding: \vchunked", Chunked(Smuggled))),
        new("`Transfer-Encoding: CHUNKED`", Post("Transfer-Encoding: CHUNKED", Chunked("ab"))),
        new("`Transfer-Encoding` on a continued line", Post("X-Any: y\r\n Transfer-Encoding: chunked", Chunked(Smuggled))),
        new("`Transfer-Encoding` after a bare line feed", Post("X-Any: y\nTransfer-Encoding: chunked", Chunked(Smuggled))),
        new("`Transfer-Encoding` after a bare carriage return", Post("X-Any: y\rTransfer-Encoding: chunked", Chunked(Smuggled))),
        new("`Transfer-Encoding` of HTTP/1.0", Post("Transfer-Encoding: chunked", Chunked(Smuggled)).Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal)),
        new("bare line feeds only", "GET /any HTTP/1.1\nHost: bot\nConnection: close\n\n"),
        new("a chunk's extension", Post("Transfer-Encoding: chunked", "2;a=b\r\nab\r\n0\r\n\r\n")),
        new("a bare line feed after a chunk's size", Post("Transfer-Encoding: chunked", "2\nab\r\n0\r\n\r\n")),
        new("a chunk's size with `0x`", Post("Transfer-Encoding: chunked", "0x2\r\nab\r\n0\r\n\r\n")),
        new("a chunk's size beyond 64 bits", Post("Transfer-Encoding: chunked", "10000000000000002\r\nab\r\n0\r\n\r\n")),
        new("a chunk that is longer than it says", Post("Transfer-Encoding: chunked", "2\r\nabcd\r\n0\r\n\r\n")),
        new("a trailer that says how long the body was", Post("Transfer-Encoding: chunked", "2\r\nab\r\n0\r\nContent-Length: 9\r\n\r\n")),
        new("a NUL in a header", Post("X-Any: a\0b", "")),
        new("no colon in a header", Post("X-Any", "")),
        new("no name of a header", Post(": x", "")),
        new("two `Host`", Post("Host: other", "")),
        new("a path in `Host`", $"GET /any HTTP/1.1\r\nHost: bot{Hidden}\r\nConnection: close\r\n\r\n"),
        new("an address of another host than `Host`", "GET http://other/any HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n"),
        new("a space in the path", "GET /any other HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n"),
        new("a space before the first header", "GET /any HTTP/1.1\r\n Host: bot\r\nConnection: close\r\n\r\n"),
        new("a header of 64 KiB", Post($"X-Any: {new string('a', 64 << 10)}", "")),
        new("headers of 2 MiB", Post(string.Concat(Enumerable.Range(0, 64).Select(i => $"X-{i}: {new string('a', 32 << 10)}\r\n")) + "X-Any: b", "")),
        new("2,000 headers", Post(string.Concat(Enumerable.Range(0, 2000).Select(i => $"X-{i}: a\r\n")) + "X-Any: b", "")),
        new("`Connection` that names the client's address", Post("Connection: close, X-Real-IP, X-Forwarded-For", "")),
    ];

    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    private static string Post(string headers, string body) => $"POST /any HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n{headers}\r\n\r\n{body}";

    private static string Chunked(string text) => $"{text.Length:x}\r\n{text}\r\n0\r\n\r\n";
}

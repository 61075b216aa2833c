using System.Text;
using CsCheck;
using Slipway.Load.Http;

namespace Slipway.Load.Tests.Http;

public sealed class ResponseReaderTests
{
    private const string Two = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-LENGTH:  5 \r\n\r\nhello"
        + "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\nConnection: Close\r\n\r\n5;x=y\r\nhello\r\n7\r\n, world\r\n0\r\nTrailer: x\r\n\r\n";

    [Fact]
    public void However_the_bytes_arrive_the_answers_are_the_same() =>
        Gen.Int[1, 40].Array[1, 30].Sample(pieces =>
        {
            using var stream = new Pieces(Encoding.ASCII.GetBytes(Two), pieces);
            var reader = new ResponseReader(stream);

            Read(reader).ShouldBe((new ResponseHead(200, 5, Chunked: false, Close: false), "hello"));
            Read(reader).ShouldBe((new ResponseHead(201, null, Chunked: true, Close: true), "hello, world"));
        });

    [Fact]
    public void Wherever_the_connection_ends_the_answer_is_not_taken_for_complete() =>
        Gen.Int[1, Two.Length - 1].Sample(cut =>
        {
            using var stream = new Pieces(Encoding.ASCII.GetBytes(Two[..^cut]), [1000]);
            var reader = new ResponseReader(stream);

            Should.Throw<ConnectionEndedException>(() => (Read(reader), Read(reader)));
        });

    [Fact]
    public void A_body_without_a_length_ends_with_the_connection()
    {
        using var stream = new Pieces("HTTP/1.0 200 OK\r\n\r\nall of it"u8.ToArray(), [3]);

        Read(new ResponseReader(stream)).ShouldBe((new ResponseHead(200, null, Chunked: false, Close: true), "all of it"));
    }

    [Fact]
    public void A_head_may_be_longer_than_the_buffer_but_not_without_end()
    {
        using var some = new Pieces(Encoding.ASCII.GetBytes($"HTTP/1.1 204 No Content\r\nX: {new string('x', 30_000)}\r\n\r\n"), [5000]);
        using var endless = new Pieces(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nX: {new string('x', 100_000)}"), [5000]);

        Read(new ResponseReader(some)).Head.Status.ShouldBe(204);
        Should.Throw<InvalidDataException>(() => Read(new ResponseReader(endless))).Message.ShouldContain("longer than 65536 bytes");
    }

    [Theory]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 OK\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n")]
    public void What_is_not_HTTP_is_refused(string text)
    {
        using var stream = new Pieces(Encoding.ASCII.GetBytes(text), [100]);

        Should.Throw<InvalidDataException>(() => Read(new ResponseReader(stream)));
    }

    private static (ResponseHead Head, string Body) Read(ResponseReader reader)
    {
        var body = new List<byte>();
        var reading = ReadAsync();
        reading.IsCompleted.ShouldBeTrue("the stream of this test never waits");
        return reading.GetAwaiter().GetResult();

        async Task<(ResponseHead, string)> ReadAsync()
        {
            var head = await reader.ReadHeadAsync(CancellationToken.None);
            await reader.ReadBodyAsync(head, piece => body.AddRange(piece), CancellationToken.None);
            return (head, Encoding.ASCII.GetString([.. body]));
        }
    }

    /// <summary>Yields its bytes in pieces of the given lengths, the last of which repeats.</summary>
    private sealed class Pieces(byte[] bytes, int[] lengths) : MemoryStream(bytes)
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = lengths[Math.Min(_next++, lengths.Length - 1)];
            return ValueTask.FromResult(Read(buffer.Span[..Math.Min(length, buffer.Length)]));
        }
    }
}

using System.Buffers.Text;

namespace Slipway.Load.Http;

/// <summary>Reads HTTP/1.x responses, one after the other, from a connection.</summary>
/// <remarks>
/// HttpClient sends a request again by itself when a kept connection was closed beneath it. That is the very loss that a load is to
/// measure.
/// </remarks>
internal sealed class ResponseReader(Stream stream)
{
    private const int LongestHead = 64 * 1024;
    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;

    /// <summary>How many bytes have come since the last <see cref="ReadHeadAsync"/> began.</summary>
    public long Received { get; private set; }

    /// <summary>Reads the head of the next final response; interim ones (1xx, but 101) are skipped.</summary>
    /// <exception cref="ConnectionEndedException">The connection ended before.</exception>
    /// <exception cref="InvalidDataException">What came is not HTTP/1.x.</exception>
    public async ValueTask<ResponseHead> ReadHeadAsync(CancellationToken cancellation)
    {
        Received = _end - _start;
        while (true)
        {
            int length;
            while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            {
                await FillAsync(cancellation);
            }

            var head = ResponseHeadParser.Parse(_buffer.AsSpan(_start, length));
            _start += length + 4;
            if (head.Status >= 200 || head.Status == 101)
            {
                return head;
            }
        }
    }

    /// <summary>Reads the body to its proper end, in pieces that are valid until the sink returns.</summary>
    /// <exception cref="ConnectionEndedException">The connection ended before.</exception>
    /// <exception cref="InvalidDataException">The chunks are not as they must be.</exception>
    public ValueTask ReadBodyAsync(ResponseHead head, Action<ReadOnlySpan<byte>>? sink, CancellationToken cancellation)
    {
        if (head.HasNoBody)
        {
            return ValueTask.CompletedTask;
        }

        if (head.Chunked)
        {
            return ReadChunksAsync(sink, cancellation);
        }

        return head.ContentLength is { } length ? ReadExactlyAsync(length, sink, cancellation) : ReadToEndAsync(sink, cancellation);
    }

    /// <summary>Reads exactly so many bytes of whatever protocol follows an upgrade.</summary>
    public async ValueTask ReadExactlyAsync(long length, Action<ReadOnlySpan<byte>>? sink, CancellationToken cancellation)
    {
        while (length > 0)
        {
            if (_start == _end)
            {
                await FillAsync(cancellation);
            }

            var piece = (int)Math.Min(length, _end - _start);
            sink?.Invoke(_buffer.AsSpan(_start, piece));
            _start += piece;
            length -= piece;
        }
    }

    private async ValueTask ReadChunksAsync(Action<ReadOnlySpan<byte>>? sink, CancellationToken cancellation)
    {
        while (true)
        {
            var size = ChunkSize(await ReadLineAsync(cancellation));
            if (size == 0)
            {
                break;
            }

            await ReadExactlyAsync(size, sink, cancellation);
            if ((await ReadLineAsync(cancellation)).Length != 0)
            {
                throw new InvalidDataException("a chunk of the answer is longer than it said");
            }
        }

        // Trailers, then the empty line.
        while ((await ReadLineAsync(cancellation)).Length > 0)
        {
        }
    }

    private async ValueTask ReadToEndAsync(Action<ReadOnlySpan<byte>>? sink, CancellationToken cancellation)
    {
        while (true)
        {
            sink?.Invoke(_buffer.AsSpan(_start, _end - _start));
            _start = _end = 0;
            var read = await stream.ReadAsync(_buffer, cancellation);
            if (read == 0)
            {
                return;
            }

            _end = read;
            Received += read;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadLineAsync(CancellationToken cancellation)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            await FillAsync(cancellation);
        }

        var line = _buffer.AsMemory(_start, length);
        _start += length + 2;
        return line;
    }

    private static long ChunkSize(ReadOnlyMemory<byte> line) =>
        Utf8Parser.TryParse(line.Span, out long size, out var used, 'x') && used > 0 && size >= 0 ? size
            : throw new InvalidDataException("a chunk of the answer has no size");

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        if (read == 0)
        {
            throw new ConnectionEndedException(Received);
        }

        _end += read;
        Received += read;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        }
        else if (_buffer.Length < LongestHead)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        else
        {
            throw new InvalidDataException($"the head of the answer is longer than {LongestHead} bytes");
        }

        _end -= _start;
        _start = 0;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Slipway.Load.Http;

/// <summary>The frames of a short conversation over a websocket (RFC 6455, section 5.2), after the upgrade.</summary>
internal sealed class WebSocketExchange(Stream stream, ResponseReader reader)
{
    private const byte Final = 0x80;
    private const byte Text = 0x1;
    private const byte Close = 0x8;
    private const byte Ping = 0x9;
    private const byte Pong = 0xA;
    private const int LongestMessage = 125;
    private static ReadOnlySpan<byte> Mask => "slip"u8;

    /// <summary>Sends the message so many times, each time awaiting an answer, and closes; the server may close before.</summary>
    /// <exception cref="ConnectionEndedException">The connection ended without a close.</exception>
    /// <exception cref="InvalidDataException">The server broke the protocol.</exception>
    public async ValueTask RunAsync(string message, int times, CancellationToken cancellation)
    {
        var frame = Frame(Text, Encoding.UTF8.GetBytes(message));
        for (var i = 0; i < times; i++)
        {
            await stream.WriteAsync(frame, cancellation);
            if (await ReadAsync(cancellation) == Close)
            {
                return;
            }
        }

        await stream.WriteAsync(Frame(Close, [0x03, 0xE8]), cancellation);
        while (await ReadAsync(cancellation) != Close)
        {
        }
    }

    /// <summary>Reads the next frame that is neither ping nor pong; its kind.</summary>
    private async ValueTask<byte> ReadAsync(CancellationToken cancellation)
    {
        var head = new byte[10];
        while (true)
        {
            await FillAsync(head.AsMemory(0, 2), cancellation);
            var kind = (byte)(head[0] & 0x0F);
            if ((head[1] & Final) != 0)
            {
                throw new InvalidDataException("the server masked a websocket frame");
            }

            long length = head[1];
            if (length == 126)
            {
                await FillAsync(head.AsMemory(2, 2), cancellation);
                length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            }
            else if (length == 127)
            {
                await FillAsync(head.AsMemory(2, 8), cancellation);
                length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(2));
            }

            var content = new List<byte>();
            await reader.ReadExactlyAsync(length, p => content.AddRange(p), cancellation);
            if (kind == Ping)
            {
                await stream.WriteAsync(Frame(Pong, [.. content]), cancellation);
            }
            else if (kind != Pong)
            {
                return kind;
            }
        }
    }

    private async ValueTask FillAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var filled = 0;
        await reader.ReadExactlyAsync(target.Length, piece =>
        {
            piece.CopyTo(target.Span[filled..]);
            filled += piece.Length;
        }, cancellation);
    }

    private static byte[] Frame(byte kind, byte[] content)
    {
        if (content.Length > LongestMessage)
        {
            throw new InvalidDataException($"a websocket message of {content.Length} bytes; the load sends at most {LongestMessage}");
        }

        var frame = new byte[6 + content.Length];
        frame[0] = (byte)(Final | kind);
        frame[1] = (byte)(Final | content.Length);
        Mask.CopyTo(frame.AsSpan(2));
        for (var i = 0; i < content.Length; i++)
        {
            frame[6 + i] = (byte)(content[i] ^ Mask[i % 4]);
        }

        return frame;
    }
}

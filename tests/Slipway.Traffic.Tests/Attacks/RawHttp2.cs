using System.Buffers.Binary;
using System.Text;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>Frames of HTTP/2 as RFC 9113 has them, with headers that no library would send.</summary>
internal static class RawHttp2
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Reset = 3;
    public const byte Settings = 4;
    public const byte Continuation = 9;
    public const byte EndStream = 1;
    public const byte EndHeaders = 4;
    private const int Largest = 16 * 1024;

    /// <summary>What a client begins with.</summary>
    public static byte[] Preface => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])];

    public static byte[] Frame(byte kind, byte flags, int stream, ReadOnlySpan<byte> content)
    {
        var frame = new byte[9 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, content.Length << 8);
        (frame[3], frame[4]) = (kind, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        content.CopyTo(frame.AsSpan(9));
        return frame;
    }

    /// <summary>Headers, in as many frames as they need.</summary>
    public static byte[] HeadersOf(int stream, IEnumerable<(string Name, string Value)> headers, bool end)
    {
        var block = headers.SelectMany(h => (byte[])[0, .. Text(h.Name), .. Text(h.Value)]).ToArray();
        var parts = block.Chunk(Largest).ToList();
        return [.. parts.SelectMany((part, i) => Frame(
            i == 0 ? Headers : Continuation, (byte)((i == 0 && end ? EndStream : 0) | (i == parts.Count - 1 ? EndHeaders : 0)), stream, part))];
    }

    public static byte[] DataOf(int stream, string text, bool end) => Frame(Data, end ? EndStream : (byte)0, stream, Encoding.Latin1.GetBytes(text));

    /// <summary>The status that a stream is answered with; null when it is reset, or the connection ends.</summary>
    public static async Task<string?> ReadAsync(Stream connection, int stream, CancellationToken cancellation)
    {
        var (head, status) = (new byte[9], (string?)null);
        while (true)
        {
            if (await connection.ReadAtLeastAsync(head, 9, throwOnEndOfStream: false, cancellation) < 9)
            {
                return status;
            }

            var content = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >>> 8];
            await connection.ReadExactlyAsync(content, cancellation);
            var (kind, flags, of) = (head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)) & int.MaxValue);
            status ??= kind == Headers && of == stream ? StatusOf(content) : null;
            if (of == stream && (kind == Reset || (flags & EndStream) != 0))
            {
                return status;
            }
        }
    }

    // RFC 7541: a number with a prefix of seven bits, and then as many characters, none of them coded.
    private static byte[] Text(string text)
    {
        var (bytes, rest) = (new List<byte>(), text.Length);
        if (rest < 127)
        {
            return [(byte)rest, .. Encoding.Latin1.GetBytes(text)];
        }

        bytes.Add(127);
        for (rest -= 127; rest >= 128; rest >>= 7)
        {
            bytes.Add((byte)((rest & 127) | 128));
        }

        return [.. bytes, (byte)rest, .. Encoding.Latin1.GetBytes(text)];
    }

    // The first header of an answer is its status: one of the seven of the table, or a literal with the table's name.
    private static string StatusOf(ReadOnlySpan<byte> block)
    {
        string[] known = ["200", "204", "206", "304", "400", "404", "500"];
        var at = 0;
        for (; (block[at] & 0xe0) == 0x20; at++)
        {
            // The size of the table.
        }

        if ((block[at] & 0x80) != 0)
        {
            return known[(block[at] & 0x7f) - 8];
        }

        var value = block.Slice(at + 2, block[at + 1] & 0x7f);
        return (block[at + 1] & 0x80) == 0 ? Encoding.Latin1.GetString(value) : Digits(value);
    }

    // Huffman's code, of which digits are enough: 0 to 2 have five bits, the others six.
    private static string Digits(ReadOnlySpan<byte> coded)
    {
        var (bits, at, text) = (new StringBuilder(), 0, new StringBuilder());
        foreach (var b in coded)
        {
            bits.Append(Convert.ToString(b, 2).PadLeft(8, '0'));
        }

        while (text.Length < 3)
        {
            var five = Convert.ToInt32(bits.ToString(at, 5), 2);
            text.Append(five < 3 ? five : Convert.ToInt32(bits.ToString(at, 6), 2) - 0x19 + 3);
            at += five < 3 ? 5 : 6;
        }

        return text.ToString();
    }
}

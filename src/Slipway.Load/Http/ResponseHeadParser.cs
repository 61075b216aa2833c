using System.Buffers.Text;

namespace Slipway.Load.Http;

/// <summary>Parses the head of an HTTP/1.x response.</summary>
internal static class ResponseHeadParser
{
    /// <param name="head">All bytes up to the empty line, without it.</param>
    /// <exception cref="InvalidDataException">They are not the head of an HTTP/1.x response.</exception>
    public static ResponseHead Parse(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.StartsWith("HTTP/1."u8) || head[8] != ' '
            || !Utf8Parser.TryParse(head.Slice(9, 3), out int status, out var digits) || digits != 3)
        {
            throw new InvalidDataException("the answer is not HTTP");
        }

        var close = head[7] == '0';
        var chunked = false;
        long? length = null;
        for (var rest = head; Next(ref rest, out var line);)
        {
            if (Value(line, "content-length:"u8, out var value))
            {
                length = Utf8Parser.TryParse(value, out long bytes, out var used) && used == value.Length && bytes >= 0 ? bytes
                    : throw new InvalidDataException("the answer has a Content-Length that is no number");
            }
            else if (Value(line, "transfer-encoding:"u8, out value))
            {
                chunked = value.Length >= 7 && Same(value[^7..], "chunked"u8);
            }
            else if (Value(line, "connection:"u8, out value))
            {
                close = Same(value, "close"u8) || (close && !Same(value, "keep-alive"u8));
            }
        }

        return new ResponseHead(status, chunked ? null : length, chunked, close);
    }

    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            line = default;
            return false;
        }

        rest = rest[(end + 1)..];
        var next = rest.IndexOf((byte)'\n');
        line = next < 0 ? rest : rest[..next];
        return true;
    }

    private static bool Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (line.Length < name.Length || !Same(line[..name.Length], name))
        {
            return false;
        }

        value = line[name.Length..].Trim(" \t\r"u8);
        return true;
    }

    private static bool Same(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowercase) =>
        System.Text.Ascii.EqualsIgnoreCase(text, lowercase);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>What came over a connection, as RFC 9112 reads it.</summary>
/// <param name="Bytes">All of it, a character for each byte.</param>
/// <param name="Whole">The heads of the requests that were whole, in their order.</param>
/// <param name="Fault">What is no request; null when there is nothing of that kind.</param>
internal sealed partial record RawRequests(string Bytes, IReadOnlyList<string> Whole, string? Fault)
{
    public static RawRequests Parse(string bytes)
    {
        var (whole, at) = (new List<string>(), 0);
        while (at < bytes.Length)
        {
            var end = bytes.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
            if (end < 0)
            {
                return new RawRequests(bytes, whole, null);
            }

            var head = bytes[at..end];
            if (FaultOf(head) is { } fault)
            {
                return new RawRequests(bytes, whole, fault);
            }

            if (BodyEnd(head, bytes, end + 4) is not { } next)
            {
                return new RawRequests(bytes, whole, null);
            }

            whole.Add(head);
            at = next;
        }

        return new RawRequests(bytes, whole, null);
    }

    /// <summary>The values of a header of a request.</summary>
    public static IReadOnlyList<string> Values(string head, string name) =>
    [
        .. head.Split("\r\n").Skip(1).Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 1)..].Trim(' ', '\t')),
    ];

    private static string? FaultOf(string head)
    {
        var lines = head.Split("\r\n");
        if (!RequestLine().IsMatch(lines[0]))
        {
            return $"no request line: {lines[0]}";
        }

        if (lines.Skip(1).FirstOrDefault(l => !Field().IsMatch(l)) is { } line)
        {
            return $"no header: {line}";
        }

        var (lengths, codings) = (Values(head, "Content-Length"), Values(head, "Transfer-Encoding"));
        return lengths.Count > 1 ? "several lengths"
            : lengths.Count == 1 && codings.Count > 0 ? "a length and a coding"
            : lengths.Count == 1 && !lengths[0].All(char.IsAsciiDigit) ? $"no length: {lengths[0]}"
            : codings.Count > 1 || (codings.Count == 1 && !codings[0].Equals("chunked", StringComparison.OrdinalIgnoreCase)) ? $"no coding: {string.Join('|', codings)}"
            : Values(head, "Host").Count != 1 ? "not one host"
            : null;
    }

    // Where the next request begins; null while the body is not whole.
    private static int? BodyEnd(string head, string bytes, int at)
    {
        if (Values(head, "Transfer-Encoding").Count > 0)
        {
            while (Chunk().Match(bytes, at) is { Success: true } chunk)
            {
                var size = int.Parse(chunk.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                at = chunk.Index + chunk.Length + size + 2;
                if (size == 0)
                {
                    // Then there may be trailers.
                    return bytes.IndexOf("\r\n\r\n", at - 4, StringComparison.Ordinal) is var last and >= 0 ? last + 4 : null;
                }

                if (at > bytes.Length)
                {
                    return null;
                }
            }

            return null;
        }

        var end = at + Values(head, "Content-Length").Select(v => int.Parse(v, CultureInfo.InvariantCulture)).FirstOrDefault();
        return end <= bytes.Length ? end : null;
    }

    [GeneratedRegex("^[A-Z]+ [!-~]+ HTTP/1\\.[01]$")]
    private static partial Regex RequestLine();

    [GeneratedRegex("^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \\t!-~\\x80-\\xff]*$")]
    private static partial Regex Field();

    [GeneratedRegex("\\G([0-9a-fA-F]{1,8})\\r\\n")]
    private static partial Regex Chunk();
}

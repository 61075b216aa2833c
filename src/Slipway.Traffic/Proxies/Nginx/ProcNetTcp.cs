using System.Globalization;
using System.Net;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>Reads lines of <c>/proc/net/tcp</c> and <c>/proc/net/tcp6</c> (Documentation/networking/proc_net_tcp.rst of Linux).</summary>
internal static class ProcNetTcp
{
    private const int Established = 1;
    private const int SynSent = 2;

    /// <summary>The remote ends of all connections that are open or being opened; addresses mapped into IPv6 come back as IPv4.</summary>
    /// <exception cref="FormatException">A line is not one of these files.</exception>
    public static IEnumerable<IPEndPoint> RemoteEnds(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("sl ", StringComparison.Ordinal))
            {
                continue;
            }

            var columns = line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length < 4 || !int.TryParse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var state))
            {
                throw Unreadable(line);
            }

            if (state is Established or SynSent)
            {
                yield return EndPoint(columns[2]) ?? throw Unreadable(line);
            }
        }
    }

    private static IPEndPoint? EndPoint(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is not (8 or 32) || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }

        Span<byte> address = stackalloc byte[colon / 2];
        for (var word = 0; word < address.Length; word += 4)
        {
            if (!uint.TryParse(text.AsSpan(word * 2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            // The kernel prints each 32-bit word, which is in network order, as a number of the machine's own order.
            BitConverter.TryWriteBytes(address[word..], value);
        }

        var ip = new IPAddress(address);
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, port);
    }

    private static FormatException Unreadable(string line) =>
        new($"The proxy's /proc/net/tcp has a line that is not understood: \"{line}\".");
}

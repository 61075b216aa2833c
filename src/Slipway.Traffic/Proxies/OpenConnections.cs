using System.Globalization;
using System.Net;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The connections to the slots as the kernel knows them, for proxies that don't count: lines of <c>/proc/net/tcp</c> and
/// <c>/proc/net/tcp6</c> (Documentation/networking/proc_net_tcp.rst of Linux).
/// </summary>
internal static class OpenConnections
{
    private const int RemoteAddress = 2;

    /// <summary>The command that prints those that are open (01) or being opened (02); most lines are of closed ones, and needn't travel.</summary>
    public static IReadOnlyList<string> Read { get; } = ["sh", "-c", "grep -h -E ' 0[12] ' /proc/net/tcp /proc/net/tcp6 2>/dev/null; true"];

    /// <summary>Counts those to each slot of the plan: two entries a service, blue first.</summary>
    /// <exception cref="FormatException">A line is not one of these files.</exception>
    public static IReadOnlyList<SlotConnections> Count(ProxyPlan plan, string output)
    {
        var open = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(RemoteEnd).CountBy(e => e).ToDictionary();
        return [.. plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => CountOf(b, s)))];

        SlotConnections CountOf(Backend backend, Slot slot) => new(
            backend.Service, slot, backend.Ports.Sum(p => open.GetValueOrDefault(backend.EndPointOf(slot, p.Number))));
    }

    private static IPEndPoint RemoteEnd(string line)
    {
        var columns = line.Split(' ', RemoteAddress + 2, StringSplitOptions.RemoveEmptyEntries);
        var end = columns.Length > RemoteAddress ? columns[RemoteAddress].Split(':') : [];
        if (end is not [{ Length: 8 or 32 } words, var digits] || !ushort.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port))
        {
            throw Unreadable(line);
        }

        var address = new byte[words.Length / 2];
        for (var at = 0; at < address.Length; at += 4)
        {
            if (!uint.TryParse(words.AsSpan(at * 2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var word))
            {
                throw Unreadable(line);
            }

            // The kernel prints each 32-bit word, which is in network order, as a number of the machine's own order.
            BitConverter.TryWriteBytes(address.AsSpan(at), word);
        }

        var ip = new IPAddress(address);
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, port);
    }

    private static FormatException Unreadable(string line) =>
        new($"The proxy's /proc/net/tcp has a line that is not understood: \"{line}\".");
}

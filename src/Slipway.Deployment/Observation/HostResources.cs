using System.Globalization;
using System.Net.NetworkInformation;
using Slipway.Engine.Addresses;

namespace Slipway.Deployment.Observation;

/// <summary>What the engine's host still has to give.</summary>
/// <param name="AvailableMemory">Memory that can be given without swapping, in bytes; null where that can't be seen.</param>
/// <param name="FreeDisk">Free space of the file system where the engine keeps its data, in bytes; null where that can't be seen.</param>
/// <param name="ListeningPorts">The TCP ports that programs of the host listen on; none where that can't be seen.</param>
internal sealed record HostResources(long? AvailableMemory, long? FreeDisk, IReadOnlyList<int> ListeningPorts)
{
    private const string Memory = "/proc/meminfo";
    private const string Between = "--";

    // The state of a socket that listens (Linux, include/net/tcp_states.h).
    private const string ListenState = "0A";

    /// <summary>Nothing can be seen.</summary>
    public static HostResources Unknown { get; } = new(null, null, []);

    /// <summary>Looks: here where the engine is, else by ssh.</summary>
    /// <param name="connection">The way to the engine.</param>
    /// <param name="folder">Where the engine keeps its data.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<HostResources> ReadAsync(EngineConnection connection, string folder, CancellationToken cancellation) =>
        connection.IsLocal ? OfThisMachine(folder)
        : await connection.AskHostAsync(Command(folder), cancellation) is { } text ? Read(text)
        : Unknown;

    /// <summary>Reads what the command of <see cref="Command"/> printed.</summary>
    public static HostResources Read(string text)
    {
        var parts = text.Split($"\n{Between}\n");
        return parts is not [var disk, var memory, var sockets] ? Unknown : new HostResources(Available(memory.Split('\n')), Free(disk), [.. Ports(sockets)]);
    }

    /// <summary>Prints the free disk, the memory and the sockets of a host, from which <see cref="Read"/> reads them.</summary>
    public static string Command(string folder)
    {
        var quoted = folder.Replace("'", "'\\''", StringComparison.Ordinal);
        return $"df -Pk -- '{quoted}' 2>/dev/null; echo; echo {Between}; cat {Memory}; echo; echo {Between}; cat /proc/net/tcp /proc/net/tcp6 2>/dev/null";
    }

    private static HostResources OfThisMachine(string folder) => new(
        File.Exists(Memory) ? Available(File.ReadLines(Memory)) : null,
        Directory.Exists(folder) ? new DriveInfo(folder).AvailableFreeSpace : null,
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(e => e.Port)]);

    private static long? Available(IEnumerable<string> lines)
    {
        const string Key = "MemAvailable:";
        var line = lines.FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
        return line is null ? null : Kilobytes(line[Key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal));
    }

    // The fourth column of the second line (POSIX, df -P).
    private static long? Free(string text) =>
        text.Split('\n') is [_, var line, ..] && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var free, ..]
            ? Kilobytes(free)
            : null;

    private static IEnumerable<int> Ports(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, ListenState, ..]
                && int.TryParse(local[(local.LastIndexOf(':') + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port))
            {
                yield return port;
            }
        }
    }

    private static long? Kilobytes(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number * 1024 : null;
}

using System.Globalization;
using System.Net.NetworkInformation;

namespace Slipway.Deployment.Observation;

/// <summary>What the engine's host still has to give, where it is this machine.</summary>
internal static class HostResources
{
    /// <summary>Memory that can be given without swapping, in bytes; null where the kernel does not say.</summary>
    public static long? AvailableMemory()
    {
        const string Key = "MemAvailable:";
        var line = File.Exists("/proc/meminfo") ? File.ReadLines("/proc/meminfo").FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal)) : null;
        var kilobytes = line?[Key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal);
        return kilobytes is null
            ? null
            : long.Parse(kilobytes, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Free space of the file system that a folder is on, in bytes; null when there is no such folder here.</summary>
    public static long? FreeDisk(string folder) => Directory.Exists(folder) ? new DriveInfo(folder).AvailableFreeSpace : null;

    /// <summary>The TCP ports that programs of this machine listen on.</summary>
    public static IEnumerable<int> ListeningPorts() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(e => e.Port);
}

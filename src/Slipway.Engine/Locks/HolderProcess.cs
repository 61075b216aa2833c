using System.Globalization;

namespace Slipway.Engine.Locks;

/// <summary>Names a process so that it can be told from a later one with the same number: machine, boot, number, start.</summary>
internal static class HolderProcess
{
    private const char Separator = '|';

    /// <summary>The name of this process.</summary>
    public static string Current =>
        string.Join(Separator, Machine(), Environment.ProcessId.ToString(CultureInfo.InvariantCulture), StartOf(Environment.ProcessId) ?? "?");

    /// <summary>Whether a process of that name would be on this machine, in this boot.</summary>
    /// <param name="process">The name.</param>
    /// <returns>True if so.</returns>
    public static bool IsHere(string process) => process.StartsWith(Machine() + Separator, StringComparison.Ordinal);

    /// <summary>Whether that process of this machine still lives.</summary>
    /// <param name="process">The name.</param>
    /// <returns>True if so.</returns>
    public static bool Lives(string process)
    {
        var parts = process.Split(Separator);
        return parts.Length == 3 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id) && StartOf(id) == parts[2];
    }

    // The boot's identity changes with every boot; the process namespace's tells two containers of one host apart.
    private static string Machine() =>
        $"{ReadFirstLine("/proc/sys/kernel/random/boot_id") ?? Environment.MachineName}/{new FileInfo("/proc/self/ns/pid").LinkTarget}";

    private static string? StartOf(int id)
    {
        // Field 22 of /proc/PID/stat, the start in clock ticks since boot; the second field may hold spaces and ends with ")".
        var stat = ReadFirstLine($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
        var fields = stat?[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is { Length: > 19 } && fields[0] is not ("Z" or "X") ? fields[19] : null;
    }

    private static string? ReadFirstLine(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return reader.ReadLine();
        }
        catch (IOException)
        {
            return null;
        }
    }
}

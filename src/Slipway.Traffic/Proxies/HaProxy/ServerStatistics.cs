using System.Globalization;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>What HAProxy's statistics say of one server, in one worker.</summary>
/// <param name="Backend">The backend that has it.</param>
/// <param name="Server">Its name there.</param>
/// <param name="InFlight">The requests or connections that it has, or that wait for it.</param>
internal sealed record ServerStatistics(string Backend, string Server, int InFlight)
{
    /// <summary>Reads the lines of one worker, and of those before it.</summary>
    /// <exception cref="FormatException">A column is missing.</exception>
    public static IEnumerable<ServerStatistics> Parse(string output)
    {
        string[]? names = null;
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var values = line.TrimStart('#', ' ').Split(',');
            if (names is null || line.StartsWith('#'))
            {
                names = values;
            }
            else
            {
                yield return new ServerStatistics(
                    Value(names, values, "pxname"), Value(names, values, "svname"), Number(names, values, "scur") + Number(names, values, "qcur"));
            }
        }
    }

    private static int Number(string[] names, string[] values, string name) =>
        int.TryParse(Value(names, values, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Value(string[] names, string[] values, string name)
    {
        var at = Array.IndexOf(names, name);
        return at >= 0 && at < values.Length ? values[at]
            : throw new FormatException($"HAProxy's statistics have no column {name}: {string.Join(',', values)}");
    }
}

using System.Globalization;

namespace Slipway.EndToEnd.Machine;

/// <summary>The processes of this machine, as /proc tells.</summary>
internal static class ProcessTable
{
    /// <summary>The processes among whose arguments a text is.</summary>
    public static IReadOnlyList<(int Id, string Arguments)> With(string text) =>
        [.. All().Where(p => p.Arguments.Contains(text, StringComparison.Ordinal) && p.Id != Environment.ProcessId)];

    public static IEnumerable<(int Id, string Arguments)> All()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ReadOrNothing(folder + "/cmdline") is { Length: > 0 } arguments)
            {
                yield return (id, arguments.Replace('\0', ' '));
            }
        }
    }

    // A process may end between being listed and being read.
    private static string ReadOrNothing(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}

using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The files of the state directory that say which slots are green, for proxies that look at each request whether a file exists: to create
/// or remove one is the whole switch.
/// </summary>
internal static class GreenFiles
{
    public const string Directory = "/slots";

    /// <summary>The name of the file that is there while the service's green slot serves.</summary>
    public static string NameOf(string service) => $"{service}.green";

    /// <summary>That file's absolute path.</summary>
    public static string FileOf(string service) => $"{Directory}/{NameOf(service)}";

    /// <summary>The command that makes the slots serve.</summary>
    /// <exception cref="ArgumentException">No choice is given, or a service's name is not one.</exception>
    public static IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices)
    {
        ProxyPlanRules.Demand(choices);
        var (green, blue) = (FilesOf(choices, Slot.Green), FilesOf(choices, Slot.Blue));
        return blue.Count == 0 ? ["touch", .. green]
            : green.Count == 0 ? ["rm", "-f", .. blue]
            : ["sh", "-c", $"touch {string.Join(' ', green)} && rm -f {string.Join(' ', blue)}"];
    }

    /// <summary>Reads the state directory; see <see cref="IKeepsSlots.ParseState"/>.</summary>
    public static IReadOnlyList<SlotChoice> Parse(IReadOnlyDictionary<string, string> files, IEnumerable<string> services) =>
        [.. services.Select(s => new SlotChoice(s, files.ContainsKey(NameOf(s)) ? Slot.Green : Slot.Blue))];

    private static List<string> FilesOf(IReadOnlyList<SlotChoice> choices, Slot slot) =>
        [.. choices.Where(c => c.Slot == slot).Select(c => FileOf(c.Service))];
}

using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>The map of service to slot: in HAProxy's memory while it runs, in a file of the state directory for its next start.</summary>
internal static class SlotMap
{
    public const string Directory = "/slots";
    public const string File = Directory + "/slots.map";

    /// <summary>A shell command that gives every service an entry; HAProxy refuses to start without the file or to set what it lacks.</summary>
    public static string Ensure(IEnumerable<string> services) =>
        $"mkdir -p {Directory} && touch {File} && " +
        string.Concat(services.Select(s => $"{{ grep -q '^{Pattern(s)} ' {File} || echo '{s} blue' >> {File}; }} && "));

    /// <summary>A shell command that writes the choices into the file; a reader sees all of them or none.</summary>
    public static string Save(IEnumerable<SlotChoice> choices) =>
        $"sed{string.Concat(choices.Select(c => $" -e 's/^{Pattern(c.Service)} .*/{c.Service} {c.Slot.Name()}/'"))} " +
        $"{File} > {File}.new && mv {File}.new {File}";

    private static string Pattern(string service) => service.Replace(".", "[.]", StringComparison.Ordinal);
}

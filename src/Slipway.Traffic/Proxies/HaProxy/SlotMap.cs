using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>The map of service to slot: in HAProxy's memory while it runs, in a file of the state directory for its next start.</summary>
internal static class SlotMap
{
    public const string Directory = "/slots";
    public const string File = Directory + "/slots.map";

    /// <summary>What HAProxy asks to know whether it is to end each connection with its next answer; no service has such a name.</summary>
    public const string IsDraining = $"str({DrainKey}),map({File},0) -m str 1";

    /// <summary>Runtime API commands that begin and end that. It is never in the file, so that the next configuration begins without.</summary>
    public const string Drain = $"add map {File} {DrainKey} 1";

    public const string Keep = $"del map {File} {DrainKey}";

    /// <summary>Notes that it takes no connections any more, so that it need not know services that are added.</summary>
    public const string Leave = $"add map {File} {LeaveKey} 1";

    /// <summary>A shell command that succeeds where that was noted.</summary>
    public static string HasLeft { get; } = $"{RuntimeApi.Ask("show map " + File)} | grep -q -F ' {LeaveKey} 1'";

    private const string DrainKey = ".drain";
    private const string LeaveKey = ".leave";

    /// <summary>
    /// A shell command that puts into the file what serves, which is in the variable <c>served</c> as <c>show map</c> prints it: a switch may
    /// have been broken off before it had saved. The directory, whose time tells when there was a switch, is left alone if there is no difference.
    /// </summary>
    public const string SaveServed =
        "slots=$(echo \"$served\" | awk '$1 ~ /^0x/ { s[$2] = $3 } " +
        $"END {{ while ((getline line < \"{File}\") > 0) {{ split(line, w, \" \"); print w[1], (w[1] in s ? s[w[1]] : w[2]) }} }}') && " +
        $"{{ [ \"$slots\" = \"$(cat {File})\" ] || {{ echo \"$slots\" > {File}.new && mv {File}.new {File}; }}; }}";

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

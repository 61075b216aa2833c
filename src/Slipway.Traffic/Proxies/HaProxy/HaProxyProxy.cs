using System.Collections.Immutable;
using System.Globalization;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// HAProxy 2.6 or later, switched through its runtime API, which listens inside the container only. The choice is also written to a file
/// that HAProxy reads when it starts.
/// </summary>
internal sealed class HaProxyProxy : IProxy, ITakesConfiguration, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots
{
    // Of the servers of all backends.
    private const string Statistics = "show stat -1 4 -1";
    private const string ConfigurationFile = "/usr/local/etc/haproxy/haproxy.cfg";

    public string Name => "haproxy";

    public string StateDirectory => SlotMap.Directory;

    // The official image runs as a user who may not write to a new volume.
    public string? User => "0:0";

    public IReadOnlyDictionary<string, string> Sysctls => ImmutableDictionary<string, string>.Empty;

    public SlotSource ReadSlots => ProxyPorts.SlotSource;

    public IReadOnlyList<string> ReadSwitchAge { get; } = SwitchAge.Read(SlotMap.Directory);

    // With -q HAProxy would keep the reason of a refusal to itself as well, so what it says of a good one is dropped here.
    public IReadOnlyList<string> TestConfiguration { get; } =
        ["sh", "-c", $"{SlotMap.Ensure([])}said=$(haproxy -c -f {ConfigurationFile} 2>&1); s=$?; " +
            "case \"$s$said\" in 0*WARNING*|[!0]*) echo \"$said\" >&2;; esac; exit $s"];

    public IReadOnlyList<string> ReadConnections { get; } =
        ["sh", "-c", $"{RuntimeApi.Functions}{RuntimeApi.Ask(Statistics)} || exit 1; " +
            $"for w in {RuntimeApi.WorkersBefore}; do {RuntimeApi.AskBefore(Statistics)}; done; true"];

    public IReadOnlyList<string> DrainClients { get; } = ["sh", "-c", RuntimeApi.Functions + RuntimeApi.Ask(SlotMap.Drain)];

    public IReadOnlyList<string> KeepClients { get; } = ["sh", "-c", RuntimeApi.Functions + RuntimeApi.Ask(SlotMap.Keep)];

    // No dollar sign in it: compose would take it for a variable.
    public IReadOnlyList<string>? Command(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"{SlotMap.Ensure(plan.Backends.Select(b => b.Service))}" +
            $"exec haproxy -W -db -S ipv4@127.0.0.1:{RuntimeApi.MasterPort} -f {ConfigurationFile}"];
    }

    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return [new ProxyFile(ConfigurationFile, new HaProxyConfiguration(plan).Write())];
    }

    public IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices)
    {
        ProxyPlanRules.Demand(choices);
        var lines = choices.Select(c => $"set map {SlotMap.File} {c.Service} {c.Slot.Name()}").ToList();
        // HAProxy says nothing but line feeds when it obeys. What it serves comes first: the file is only for its next start.
        return ["sh", "-c", $"{RuntimeApi.Functions}answer=$({RuntimeApi.Ask(string.Join("; ", lines))}) || exit 1; answer=$(echo $answer); " +
            $"if [ -n \"$answer\" ]; then echo \"HAProxy refused to switch: $answer\" >&2; exit 1; fi; " +
            // A client that was idle has one more answer from the worker before its configuration, of the slot that serves now.
            $"for w in {RuntimeApi.WorkersBefore}; do {RuntimeApi.AskBefore(lines)} >/dev/null; done; {SlotMap.Save(choices)}"];
    }

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"{RuntimeApi.Functions}{SlotMap.Ensure(plan.Backends.Select(b => b.Service))}" +
            $"{{ said=$(haproxy -c -f {ConfigurationFile} 2>&1) || {{ echo \"$said\" >&2; exit 1; }}; }} && " +
            $"served=$({RuntimeApi.Ask("show map " + SlotMap.File)}) && {SlotMap.SaveServed} || exit 1; {Worker.Replace}"];
    }

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services)
    {
        var lines = files.GetValueOrDefault(Path.GetFileName(SlotMap.File), string.Empty).Split('\n').ToHashSet(StringComparer.Ordinal);
        return [.. services.Select(s => new SlotChoice(s, lines.Contains($"{s} {Slot.Green.Name()}") ? Slot.Green : Slot.Blue))];
    }

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => FailureLog.Parse(plan, log);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
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
                // A slot may also have some of a worker before.
                var backend = Value(names, values, "pxname");
                counts[backend] = counts.GetValueOrDefault(backend) + Number(names, values, "scur") + Number(names, values, "qcur");
            }
        }

        return [.. plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => new SlotConnections(b.Service, s, CountOf(b.Service, s))))];

        int CountOf(string service, Slot slot) => counts.TryGetValue($"{service}_{slot.Name()}", out var count)
            ? count
            : throw new FormatException($"HAProxy's statistics don't name the {slot.Name()} slot of {service}. They are: {output}");
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

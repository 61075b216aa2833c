using System.Collections.Immutable;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// HAProxy 2.6 or later, switched through its runtime API, which listens inside the container only. The choice is also written to a file
/// that HAProxy reads when it starts.
/// </summary>
internal sealed class HaProxyProxy
    : IProxy, IHandsOver, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots, ISharesRequests,
        IHearsProxyProtocol, ITellsRequests
{
    /// <summary>How the servers end that get the requests with a body.</summary>
    public const string Uploads = "-uploads";

    // Of the servers of all backends.
    private const string Statistics = "show stat -1 4 -1";
    private const string Frontends = "show stat -1 1 -1";
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
        ["sh", "-c", $"{RuntimeApi.Functions}for at in {RuntimeApi.All}; do {RuntimeApi.Ask(Statistics)} || exit 1; " +
            $"for w in {RuntimeApi.WorkersBefore}; do {RuntimeApi.AskBefore(Statistics)}; done; done; true"];

    public IReadOnlyList<string> DrainClients { get; } = ["sh", "-c", RuntimeApi.Functions + RuntimeApi.Ask(SlotMap.Drain)];

    // The master keeps the ports open that its worker closes: what is paused is so for both. It can be driven until it has no connection left but that
    // by which it is asked.
    public IReadOnlyList<string> Leave { get; } =
        ["sh", "-c", $"{RuntimeApi.Functions}{RuntimeApi.Ask(SlotMap.Leave)} >/dev/null && " +
            $"for f in $({RuntimeApi.Ask(Frontends)} | sed -n 's/^\\([^#,]*\\),FRONTEND,.*/\\1/p'); do " +
            $"ask {RuntimeApi.Port} \"disable frontend $f\" >/dev/null || exit 1; done; " +
            $"(while n=$({RuntimeApi.Ask("show info")} | sed -n 's/^CurrConns: *//p') && [ \"${{n:-0}}\" -gt 1 ]; do sleep 0.2; done; " +
            "kill -USR1 1) </dev/null >/dev/null 2>&1 &"];

    public IReadOnlyList<string> KeepClients { get; } = ["sh", "-c", RuntimeApi.Functions + RuntimeApi.Ask(SlotMap.Keep)];

    public SlotSource ReadRequests(SlotChoice slot) => new CommandSlotSource(ReadConnections);

    public string? WhyNot(IReadOnlyCollection<SlotProtocol> protocols) =>
        protocols.Contains(SlotProtocol.Udp) ? "HAProxy passes no datagrams on" : null;

    public IEnumerable<HandlingProblem> WhyNot(RequestHandling handling, IReadOnlyCollection<SlotProtocol> protocols)
    {
        if (handling.MaxBody is not null && protocols.Any(p => p.IsHttp2))
        {
            yield return new HandlingProblem("max-body", "HAProxy counts only the bodies of requests that announce their length, as those of gRPC don't.");
        }

        if (handling.IsBuffered == true)
        {
            yield return new HandlingProblem("buffering", "HAProxy holds neither requests nor answers back until they are whole; nginx does.");
        }
    }

    private static readonly string[] Sections =
    [
        "global", "defaults", "frontend", "backend", "listen", "userlist", "peers", "mailers", "resolvers", "program", "http-errors", "ring", "cache",
        "fcgi-app", "log-forward",
    ];

    public (ExtraLine Line, string Message)? WhyNot(IReadOnlyList<ExtraLine> extra) => ExtraRules.BeginsWith(extra, Sections) is { } line
        ? (line, $"\"{line.Text.Trim().Split(' ')[0]}\" begins a section, and what follows would no longer be where it belongs")
        : null;

    // No dollar sign in it: compose would take it for a variable.
    public IReadOnlyList<string>? Command(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"{SlotMap.Ensure(plan.Backends.Select(b => b.Service))}" +
            $"exec haproxy -W -db -S ipv4@{RuntimeApi.AddressOf(plan)}:{RuntimeApi.MasterPort} -f {ConfigurationFile}"];
    }

    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        var pages = plan.Backends.Where(b => b.Handling.Maintenance is not null).Select(b => HaProxyHandling.PageOf(b.Service, b.Handling.Maintenance!));
        return [new HaProxyConfiguration(plan).Write(ConfigurationFile), .. pages];
    }

    public IReadOnlyList<string> SwitchTo(ProxyPlan plan, IReadOnlyList<SlotChoice> choices)
    {
        ProxyPlanRules.Demand(choices);
        var lines = choices.Select(c => $"set map {SlotMap.File} {c.Service} {c.Slot.Name()}").ToList();
        // HAProxy says nothing but line feeds when it obeys. What it serves comes first: the file is only for its next start.
        return ["sh", "-c", $"{RuntimeApi.Functions}for at in {RuntimeApi.All}; do " +
            $"answer=$({RuntimeApi.Ask(string.Join("; ", lines))}) || exit 1; answer=$(echo $answer); " +
            $"if [ -n \"$answer\" ] && ! {SlotMap.HasLeft}; then echo \"HAProxy refused to switch: $answer\" >&2; exit 1; fi; " +
            // A client that was idle has one more answer from the worker before its configuration, of the slot that serves now.
            $"for w in {RuntimeApi.WorkersBefore}; do {RuntimeApi.AskBefore(lines)} >/dev/null; done; done; {SlotMap.Save(choices)}"];
    }

    public IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares) => CanaryMap.Share(shares);

    public IReadOnlyList<SlotChoice> ParseShares(string answer) => SlotLines.ParseShares(answer);

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"{RuntimeApi.Functions}{SlotMap.Ensure(plan.Backends.Select(b => b.Service))}" +
            $"{{ said=$(haproxy -c -f {ConfigurationFile} 2>&1) || {{ echo \"$said\" >&2; exit 1; }}; }} && " +
            $"served=$({RuntimeApi.Ask("show map " + SlotMap.File)}) && {SlotMap.SaveServed} || exit 1; {Worker.Replace}"];
    }

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public char? ParseSeat(string answer) => SlotLines.SeatIn(answer);

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services)
    {
        var lines = files.GetValueOrDefault(Path.GetFileName(SlotMap.File), string.Empty).Split('\n').ToHashSet(StringComparer.Ordinal);
        return [.. services.Select(s => new SlotChoice(s, lines.Contains($"{s} {Slot.Green.Name()}") ? Slot.Green : Slot.Blue))];
    }

    public bool NamesSlotsOfUsers => true;

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => FailureLog.Parse(plan, log);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output)
    {
        // A slot may also have some of a worker before.
        var counts = ServerStatistics.Parse(output).GroupBy(s => s.Backend, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => s.InFlight));
        return [.. plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => new SlotConnections(b.Service, s, CountOf(b, s))))];

        int CountOf(Backend backend, Slot slot) => backend.Ports.Sum(port => counts.TryGetValue(backend.NameOf(slot.Name(), port.Number), out var count)
            ? count
            : throw new FormatException($"HAProxy's statistics don't name the {slot.Name()} slot of {backend.Service}. They are: {output}"));
    }

    public SlotRequests ParseRequests(ProxyPlan plan, SlotChoice slot, string answer)
    {
        var backend = plan.Backends.First(b => b.Service == slot.Service);
        var backends = backend.Ports.Select(p => backend.NameOf(slot.Slot.Name(), p.Number)).ToHashSet(StringComparer.Ordinal);
        var servers = ServerStatistics.Parse(answer).Where(s => backends.Contains(s.Backend)).ToList();
        return new SlotRequests(
            servers.Sum(s => s.InFlight), servers.Where(s => s.Server.EndsWith(Uploads, StringComparison.Ordinal)).Sum(s => s.InFlight));
    }
}

using System.Collections.Immutable;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// nginx 1.22 or later. The slot of service S is green while the file <c>/slots/S.green</c> exists, else blue; nginx looks at each
/// request, so creating or removing the file is the whole switch, and no connection notices.
/// </summary>
internal sealed class NginxProxy
    : IProxy, IHandsOver, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots, ISharesRequests, IServesFiles,
        IHearsProxyProtocol, ITellsRequests
{
    private static readonly string[] Own = ["server", "date"];

    private const string ConfigurationFile = "/etc/nginx/nginx.conf";

    public string Name => "nginx";

    public string StateDirectory => GreenFiles.Directory;

    public string? User => null;

    public IReadOnlyDictionary<string, string> Sysctls => ImmutableDictionary<string, string>.Empty;

    public SlotSource ReadSlots => ProxyPorts.SlotSource;

    public IReadOnlyList<string> ReadSwitchAge { get; } = SwitchAge.Read(GreenFiles.Directory);

    public IReadOnlyList<string> TestConfiguration { get; } = ["nginx", "-t", "-q", "-c", ConfigurationFile];

    public IReadOnlyList<string> ReadConnections => OpenConnections.Read;

    public IReadOnlyList<string> DrainClients { get; } = ["sh", "-c", WorkerProcesses.Drain];

    public IReadOnlyList<string> Leave { get; } = ["nginx", "-s", "quit"];

    public IReadOnlyList<string> KeepClients { get; } = ["rm", "-rf", DrainFlags.Directory];

    public SlotSource ReadRequests(SlotChoice slot) => new HttpSlotSource(ProxyPorts.Slots, NginxUploads.PathOf(slot));

    // That of the official image, once it is known where connections go.
    public IReadOnlyList<string>? Command(ProxyPlan plan) =>
        StreamSockets.Ensure(plan) is { Length: > 0 } ensure ? ["sh", "-c", $"{ensure}exec nginx -g 'daemon off;'"] : null;

    public string? WhyNot(IReadOnlyCollection<SlotProtocol> protocols) =>
        protocols.Contains(SlotProtocol.Udp) ? "nginx can be switched for datagrams only by a reload, which closes the connections of other clients"
        : protocols.Select(p => p.IsHttp2).Distinct().Count() > 1 ? "nginx speaks either HTTP/1.1 or HTTP/2 on a port without TLS, and not both"
        : null;

    public IEnumerable<HandlingProblem> WhyNot(RequestHandling handling, IReadOnlyCollection<SlotProtocol> protocols)
    {
        foreach (var name in handling.ResponseHeaders.Select(h => h.Name).Where(n => Own.Contains(n.ToLowerInvariant())))
        {
            yield return new HandlingProblem("response-headers", $"nginx says {name} itself, and can't be told to say another or none.");
        }
    }

    public (ExtraLine Line, string Message)? WhyNot(IReadOnlyList<ExtraLine> extra) => ExtraRules.Unbalanced(extra) is { } line
        ? (line, "this closes a block that it has not opened, or leaves one open")
        : null;

    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        var users = plan.Backends.Where(b => b.Handling.Users.Count > 0).Select(b => UsersFile.Of(b, ':'));
        var pages = plan.Backends.Where(b => b.Handling.Maintenance is not null)
            .Select(b => new ProxyFile(ProxyFileNames.PageOf(b.Service), b.Handling.Maintenance!.Html));
        return [new NginxConfiguration(plan).Write(ConfigurationFile), .. users, .. pages];
    }

    public IReadOnlyList<string> SwitchTo(ProxyPlan plan, IReadOnlyList<SlotChoice> choices) =>
        GreenFiles.SwitchTo(choices) is var switches && StreamSockets.Of(plan).Any()
            ? ["sh", "-c", $"{StreamSockets.SwitchTo(choices)}{(switches[0] == "sh" ? switches[^1] : string.Join(' ', switches))}"]
            : switches;

    public IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares) => CanaryFlags.Share(shares);

    public IReadOnlyList<SlotChoice> ParseShares(string answer) => SlotLines.ParseShares(answer);

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"nginx -t -q -c {ConfigurationFile} || exit 1; {StreamSockets.Ensure(plan)}{WorkerProcesses.Replace}"];
    }

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public char? ParseSeat(string answer) => SlotLines.SeatIn(answer);

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services) =>
        GreenFiles.Parse(files, services);

    public bool NamesSlotsOfUsers => true;

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => FailureLog.Parse(plan, log);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public SlotRequests ParseRequests(ProxyPlan plan, SlotChoice slot, string answer) => answer.Trim() switch
    {
        "0" => new SlotRequests(null, 0),
        "1" => new SlotRequests(null, 1),
        _ => throw new FormatException($"nginx was asked whether {slot} has requests with a body and answered \"{answer}\"."),
    };

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output) => OpenConnections.Count(plan, output);
}

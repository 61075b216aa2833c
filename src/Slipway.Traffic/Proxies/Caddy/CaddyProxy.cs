using System.Collections.Immutable;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// Caddy 2.6 or later. The slot of service S is green while the file <c>/slots/S.green</c> exists, else blue, and Caddy looks
/// at each request.
/// </summary>
/// <remarks>
/// A configuration that it takes while it runs ends its websockets, with a close frame.
/// </remarks>
internal sealed class CaddyProxy
    : IProxy, IHandsOver, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots, ISharesRequests, IServesFiles,
        IObtainsCertificates, ITellsRequests
{
    private const string ConfigurationFile = "/etc/caddy/Caddyfile";

    // Of what Caddy says, all but mere remarks and what is meant to be so.
    private const string Complain =
        "echo \"$said\" | grep -v -e '\"level\":\"info\"' -e 'HTTPS is completely disabled' -e 'redirects are disabled' " +
        "-e 'listening only on the HTTP port' -e 'no OCSP server' -e '^Valid configuration$' >&2";

    public string Name => "caddy";

    public string StateDirectory => GreenFiles.Directory;

    public string? User => null;

    /// <summary>
    /// Caddy opens its ports anew when it takes a configuration, and closes the old ones: the kernel resets what waits there to be accepted
    /// unless it may hand it on to the new ones (Documentation/networking/ip-sysctl.rst; Linux 5.14). 16 clients that never retry, 8
    /// reloads: without it 14 of 20,117 requests failed, with it 0 of 19,244 and 0 of 20,255.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sysctls { get; } =
        ImmutableDictionary<string, string>.Empty.Add("net.ipv4.tcp_migrate_req", "1");

    public SlotSource ReadSlots => ProxyPorts.SlotSource;

    public IReadOnlyList<string> ReadSwitchAge { get; } = SwitchAge.Read(GreenFiles.Directory);

    public IReadOnlyList<string> ReadConnections => OpenConnections.Read;

    public SlotSource ReadRequests(SlotChoice slot) => new HttpSlotSource(ProxyPorts.Slots, CaddyPlaces.RequestsPath);

    public IReadOnlyList<string> TestConfiguration { get; } =
        ["sh", "-c", $"said=$(caddy validate --config {ConfigurationFile} --adapter caddyfile 2>&1); s=$?; {Complain}; exit $s"];

    public string CertificateDirectory => CaddyTls.Storage;

    public IReadOnlyList<string> DrainClients { get; } = ["touch", ClosingFlag.File];

    public IReadOnlyList<string> Leave { get; } = ["caddy", "stop", "--address", AdminSocket.Address];

    public IReadOnlyList<string> KeepClients { get; } = ["rm", "-f", ClosingFlag.File];

    // That of the official image, lest another one resumes what Caddy saved by itself.
    public IReadOnlyList<string>? Command(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["caddy", "run", "--config", ConfigurationFile, "--adapter", "caddyfile"];
    }

    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        var pages = plan.Backends.Where(b => b.Handling.Maintenance is not null)
            .Select(b => new ProxyFile(ProxyFileNames.PageOf(b.Service), b.Handling.Maintenance!.Html));
        return
        [
            new CaddyConfiguration(plan).Write(ConfigurationFile),
            .. plan.Tls?.Automatic?.AuthorityRoot is { } root ? [new ProxyFile(CaddyTls.AuthorityRootFile, root)] : Array.Empty<ProxyFile>(),
            .. plan.Backends.Where(b => b.Handling.Users.Count > 0).Select(b => UsersFile.Of(b, ' ')),
            .. pages,
        ];
    }

    public string? WhyNot(IReadOnlyCollection<SlotProtocol> protocols) =>
        protocols.FirstOrDefault(p => !p.HasRequests) is { } protocol
            ? $"Caddy passes no {protocol} on: that is a plug-in, which its official image lacks"
            : null;

    public IEnumerable<HandlingProblem> WhyNot(RequestHandling handling, IReadOnlyCollection<SlotProtocol> protocols)
    {
        if (handling.IsBuffered == true)
        {
            yield return new HandlingProblem("buffering", "Caddy would hold requests and answers in memory, however large they are; nginx does not.");
        }

        if (handling.Users.FirstOrDefault(u => !u.IsBcrypt) is { } user)
        {
            yield return new HandlingProblem("auth", $"Caddy knows passwords by bcrypt only, and that of {user.User} is hashed otherwise (htpasswd -B).");
        }

        foreach (var (key, rules) in new[] { ("request-headers", handling.RequestHeaders), ("response-headers", handling.ResponseHeaders) })
        {
            foreach (var rule in rules.Where(r => r.Value is { } value && !CaddyText.CanBeQuoted(value)))
            {
                yield return new HandlingProblem(key, $"Caddy can't have {{ or }} in the value of {rule.Name}, and not \\ and ` at once.");
            }
        }
    }

    public (ExtraLine Line, string Message)? WhyNot(IReadOnlyList<ExtraLine> extra) => ExtraRules.Unbalanced(extra) is { } line
        ? (line, "this closes a block that it has not opened, or leaves one open")
        : null;

    public IReadOnlyList<string> SwitchTo(ProxyPlan plan, IReadOnlyList<SlotChoice> choices) => GreenFiles.SwitchTo(choices);

    public IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares) => CanaryFlags.Share(shares);

    public IReadOnlyList<SlotChoice> ParseShares(string answer) => SlotLines.ParseShares(answer);

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"said=$(caddy reload --config {ConfigurationFile} --adapter caddyfile --address {AdminSocket.Address} 2>&1) || " +
            $"{{ {Complain}; exit 1; }}; rm -f {ClosingFlag.File}"];
    }

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public char? ParseSeat(string answer) => SlotLines.SeatIn(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services) =>
        GreenFiles.Parse(files, services);

    public bool NamesSlotsOfUsers => false;

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => CaddyLog.Parse(plan, log);

    public string? WhyNotObtained(IEnumerable<string> lines) => CaddyLog.WhyNotObtained(lines);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output) => OpenConnections.Count(plan, output);

    public SlotRequests ParseRequests(ProxyPlan plan, SlotChoice slot, string answer) =>
        CaddyRequests.Parse(plan.Backends.First(b => b.Service == slot.Service), slot.Slot, answer);
}

using System.Collections.Immutable;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// Caddy 2.6 or later, without HTTPS. The slot of service S is green while the file <c>/slots/S.green</c> exists, else blue, and Caddy looks
/// at each request.
/// </summary>
/// <remarks>
/// A configuration that it takes while it runs ends its websockets, with a close frame.
/// </remarks>
internal sealed class CaddyProxy : IProxy, ITakesConfiguration, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots
{
    private const string ConfigurationFile = "/etc/caddy/Caddyfile";

    // Of what Caddy says, all but mere remarks and what is meant to be so.
    private const string Complain = "echo \"$said\" | grep -v -e '\"level\":\"info\"' -e 'HTTPS is completely disabled' -e '^Valid configuration$' >&2";

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

    public IReadOnlyList<string> TestConfiguration { get; } =
        ["sh", "-c", $"said=$(caddy validate --config {ConfigurationFile} --adapter caddyfile 2>&1); s=$?; {Complain}; exit $s"];

    public IReadOnlyList<string> DrainClients { get; } = ["touch", ClosingFlag.File];

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
        return [new ProxyFile(ConfigurationFile, new CaddyConfiguration(plan).Write())];
    }

    public IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices) => GreenFiles.SwitchTo(choices);

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"said=$(caddy reload --config {ConfigurationFile} --adapter caddyfile --address {AdminSocket.Address} 2>&1) || " +
            $"{{ {Complain}; exit 1; }}; rm -f {ClosingFlag.File}"];
    }

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services) =>
        GreenFiles.Parse(files, services);

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => CaddyLog.Parse(plan, log);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output) => OpenConnections.Count(plan, output);
}

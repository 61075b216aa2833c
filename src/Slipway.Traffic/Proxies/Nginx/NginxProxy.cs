using System.Collections.Immutable;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// nginx 1.22 or later. The slot of service S is green while the file <c>/slots/S.green</c> exists, else blue; nginx looks at each
/// request, so creating or removing the file is the whole switch, and no connection notices.
/// </summary>
internal sealed class NginxProxy : IProxy, ITakesConfiguration, IPreviewsSlots, ICountsConnections, ITellsSwitchAge, ILogsFailures, IKeepsSlots
{
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

    public IReadOnlyList<string> KeepClients { get; } = ["rm", "-rf", DrainFlags.Directory];

    public IReadOnlyList<string>? Command(ProxyPlan plan) => null;

    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return [new ProxyFile(ConfigurationFile, new NginxConfiguration(plan).Write())];
    }

    public IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices) => GreenFiles.SwitchTo(choices);

    public IReadOnlyList<string> TakeConfiguration(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan, this);
        return ["sh", "-c", $"nginx -t -q -c {ConfigurationFile} || exit 1; {WorkerProcesses.Replace}"];
    }

    public string? ParseFingerprint(string answer) => SlotLines.FingerprintIn(answer);

    public IReadOnlyList<SlotChoice> ParseSlots(string answer) => SlotLines.Parse(answer);

    public IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services) =>
        GreenFiles.Parse(files, services);

    public TimeSpan? ParseSwitchAge(string output) => SwitchAge.Parse(output);

    public IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log) => FailureLog.Parse(plan, log);

    public IReadOnlyList<int> ReservedPorts(int listeners) => ProxyPorts.Reserved;

    public int PreviewPortOf(ProxyPlan plan, Listener listener) => ProxyPorts.PreviewOf(plan, listener);

    public KeyValuePair<string, string> PreviewHeader(Slot slot) => new(ProxyPorts.SlotHeader, slot.Name());

    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output) => OpenConnections.Count(plan, output);
}

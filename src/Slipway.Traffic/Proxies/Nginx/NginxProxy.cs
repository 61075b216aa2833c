using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// nginx 1.22 or later. The slot of service S is green while the file <c>/slots/S.green</c> exists, else blue; nginx looks at each
/// request, so creating or removing the file is the whole switch, and no connection notices.
/// </summary>
internal sealed class NginxProxy : IProxy
{
    internal const string SlotsDirectory = "/slots";

    /// <inheritdoc/>
    public string Name => "nginx";

    /// <inheritdoc/>
    public string StateDirectory => SlotsDirectory;

    /// <inheritdoc/>
    public string? User => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> TestConfiguration { get; } =
        ["sh", "-c", "f=$(mktemp) && cat > \"$f\" && nginx -t -q -c \"$f\"; s=$?; rm -f \"$f\"; exit $s"];

    // Connections that are open (01) or being opened (02). Most lines are of closed ones, and needn't travel.
    /// <inheritdoc/>
    public IReadOnlyList<string> ReadConnections { get; } =
        ["sh", "-c", "grep -h -E ' 0[12] ' /proc/net/tcp /proc/net/tcp6 2>/dev/null; true"];

    /// <inheritdoc/>
    public IReadOnlyList<string>? Command(ProxyPlan plan) => null;

    /// <inheritdoc/>
    public IReadOnlyList<ProxyFile> Files(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan);
        return [new ProxyFile("/etc/nginx/nginx.conf", new NginxConfiguration(plan).Write())];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices)
    {
        ProxyPlanRules.Demand(choices);
        var green = choices.Where(c => c.Slot == Slot.Green).Select(c => NginxConfiguration.FlagFile(c.Service)).ToList();
        var blue = choices.Where(c => c.Slot == Slot.Blue).Select(c => NginxConfiguration.FlagFile(c.Service)).ToList();
        if (blue.Count == 0)
        {
            return ["touch", .. green];
        }

        if (green.Count == 0)
        {
            return ["rm", "-f", .. blue];
        }

        return ["sh", "-c", $"touch {string.Join(' ', green)} && rm -f {string.Join(' ', blue)}"];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ReadSlots(ProxyPlan plan)
    {
        ProxyPlanRules.Demand(plan);
        return ["sh", "-c", string.Join("; ", plan.Backends.Select(b => Tell(b.Service)))];

        static string Tell(string service) => $"if [ -f {NginxConfiguration.FlagFile(service)} ]; then echo {service}=green; else echo {service}=blue; fi";
    }

    /// <inheritdoc/>
    public IReadOnlyList<SlotChoice> ParseSlots(string output) => SlotLines.Parse(output);

    /// <inheritdoc/>
    public IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output)
    {
        var open = ProcNetTcp.RemoteEnds(output).CountBy(e => e).ToDictionary();
        return [.. plan.Backends.SelectMany(b => new[] { Slot.Blue, Slot.Green }.Select(s => CountOf(b, s)))];

        SlotConnections CountOf(Backend backend, Slot slot) => new(backend.Service, slot, open.GetValueOrDefault(backend.EndPointOf(slot)));
    }
}

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes the options that are about all ports, and those of ports that speak more than HTTP/1.1.</summary>
internal static class CaddyGlobals
{
    /// <summary>How the configuration names the servers of a port.</summary>
    public static IReadOnlyList<string> Ends(ProxyPlan plan, int port) => ProxySeat.Ends(plan.Seat, port, all: ":");

    public static void Write(ProxyPlan plan, CaddyTls? tls, ConfigurationText text)
    {
        text.Line($"admin {AdminSocket.Address}").Line($"auto_https {tls?.Automatics ?? "off"}");
        if (plan.Seat is { } seat)
        {
            text.Line($"default_bind {string.Join(' ', seat.Addresses)}");
        }

        tls?.WriteGlobal();
        var servers = new CaddyServers(plan, text);
        tls?.WriteServers(servers);
        servers.Write("", "h1");
        foreach (var listener in plan.Listeners.Where(l => l.Routes.Any(r => plan.TargetOf(r).Port.Protocol.IsHttp2)))
        {
            foreach (var end in Ends(plan, listener.Port).Concat(Ends(plan, ProxyPorts.PreviewOf(plan, listener))))
            {
                servers.Write(end, "h1 h2c");
            }
        }

        text.Block("log {", () =>
        {
            text.Line("output stderr").Line("level WARN");
            WriteFilter(text);
        }, "}");
    }

    /// <summary>Writes what is left out of logs: queries and headers may hold secrets.</summary>
    public static void WriteFilter(ConfigurationText text) => text.Block("format filter {", () =>
    {
        text.Line("wrap json");
        text.Block("fields {", () => text
            .Line("""request>uri regexp \?.* "" """.TrimEnd())
            .Line("request>headers delete")
            .Line("resp_headers delete"), "}");
    }, "}");
}

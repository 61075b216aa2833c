namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes the global options of ports: what is spoken there, and how long Caddy waits for clients.</summary>
internal sealed class CaddyServers(ProxyPlan plan, ConfigurationText text)
{
    /// <summary>Writes those of one port, or with an empty address of all others.</summary>
    public void Write(string address, string protocols) => text.Block($"servers {address}".TrimEnd() + " {", () =>
    {
        text.Line($"protocols {protocols}");

        // By itself Caddy waits for the head of a request for ever.
        text.Block("timeouts {", () =>
        {
            text.Line($"read_header {CaddySlots.Seconds(plan.RequestTimeout)}");
            if (plan.KeepAliveTimeout is { } idle)
            {
                text.Line($"idle {CaddySlots.Seconds(idle)}");
            }
        }, "}");
    }, "}");
}

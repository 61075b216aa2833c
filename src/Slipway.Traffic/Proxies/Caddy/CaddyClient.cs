using System.Net;
using System.Net.Sockets;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes what the slots are told about the client, except what Caddy says of it by itself: X-Forwarded-For, -Proto and -Host.</summary>
internal static class CaddyClient
{
    private const string Said = "{slipway_client}";
    private const string Client = "client";

    /// <summary>Writes, within the way to a slot, what a client could take away before it (RFC 9110, section 7.6.1: <c>Connection</c> names headers).</summary>
    public static void WriteSlot(ProxyPlan plan, ConfigurationText text)
    {
        if (!plan.IsBehindFront)
        {
            text.Line($"header_up {ClientHeaders.Address} {{http.vars.{Client}}}");
        }
    }

    /// <summary>Writes the directives.</summary>
    public static void Write(ProxyPlan plan, ConfigurationText text)
    {
        // Caddy itself cuts off what is no host, and tells the slot of all of it (X-Forwarded-Host).
        text.Line("@:address header_regexp Host [/?#@\\\\]").Line("respond @:address \"\" 400");
        if (plan.IsBehindFront)
        {
            text.Line("@unnamed not header X-Real-IP *").Line("request_header @unnamed X-Real-IP {remote_host}");
            return;
        }

        var others = "";
        text.Line($"vars {Client} {{remote_host}}");
        if (plan.Trusted.Count > 0)
        {
            var trusted = string.Join(' ', plan.Trusted);
            others = "@:foreigner ";
            text.Line($"@:foreigner not remote_ip {trusted}");
            text.Block($"map {{http.request.header.{ClientHeaders.Chain}}} {Said} {{", () => text.Line($"\"~{ClientOf(plan.Trusted)}\" \"${{1}}\""), "}");
            text.Block("@:told {", () => text.Line($"remote_ip {trusted}").Line($"header {ClientHeaders.Chain} *"), "}")
                .Line($"vars @:told {Client} {Said}");
        }

        foreach (var name in ClientHeaders.Others)
        {
            text.Line($"request_header {others}-{name}");
        }

        foreach (var name in ClientHeaders.LookAlikes)
        {
            text.Line($"request_header -{name}");
        }
    }

    // The first of the chain after which there are trusted ones only. Networks of IPv6 have too many ways of being written.
    private static string ClientOf(IEnumerable<IPNetwork> trusted)
    {
        var known = trusted.Where(n => n.BaseAddress.AddressFamily == AddressFamily.InterNetwork).Select(Pattern).ToList();
        return $"^(?:.*?[, ])?([^, ]+){(known.Count > 0 ? $"(?:[, ]+(?:{string.Join('|', known)}))*" : "")} *$";
    }

    private static string Pattern(IPNetwork network) => string.Join("[.]", network.BaseAddress.GetAddressBytes().Select((octet, at) =>
        (network.PrefixLength - (8 * at)) switch
        {
            >= 8 => $"{octet}",
            <= 0 => "[0-9]+",
            var bits => $"(?:{string.Join('|', Enumerable.Range(octet, 1 << (8 - bits)))})",
        }));
}

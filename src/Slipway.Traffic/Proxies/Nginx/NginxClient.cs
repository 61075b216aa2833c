namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>What the slots are told about the client, by nginx.</summary>
internal sealed class NginxClient(ProxyPlan plan)
{
    private const string IsTrusted = "$is_trusted";

    /// <summary>The headers and their values as nginx writes them; an empty one takes a header away.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => plan.IsBehindFront
        ? []
        :
        [
            (ClientHeaders.Address, "$remote_addr"),
            (ClientHeaders.Chain, Trusts ? "$client_chain" : "$remote_addr"),
            (ClientHeaders.Scheme, Trusts ? "$client_scheme" : "$scheme"),
            (ClientHeaders.Host, Trusts ? "$client_host" : "$http_host"),
            .. ClientHeaders.Others.Select(n => (n, Trusts ? SaidAs(n) : "\"\"")),
            .. ClientHeaders.LookAlikes.Select(n => (n, "\"\"")),
        ];

    // By the PROXY protocol another client is known of the connection, and what comes over it is that client's word.
    private string Peer => plan.ProxyProtocolPorts.Count > 0 ? "$remote_addr" : "$realip_remote_addr";

    private bool Trusts => plan.Trusted.Count > 0;

    /// <summary>What is said of a port after its number.</summary>
    public static string ListenParameter(ProxyPlan plan, int port) => plan.ProxyProtocolPorts.Contains(port) ? " proxy_protocol" : "";

    /// <summary>Writes the variables of which the values are made.</summary>
    public void WriteVariables(ConfigurationText text)
    {
        if (plan.IsBehindFront || !Trusts)
        {
            return;
        }

        text.Line("# Whoever is trusted says who the client is; nobody else does.")
            .Line($"geo {Peer} {IsTrusted} {{ default 0; {string.Concat(plan.Trusted.Select(n => $"{n} 1; "))}}}");
        foreach (var network in plan.Trusted)
        {
            text.Line($"set_real_ip_from {network};");
        }

        text.Line($"real_ip_header {(plan.ProxyProtocolPorts.Count > 0 ? "proxy_protocol" : ClientHeaders.Chain)};")
            .Line("real_ip_recursive on;")
            .Line($"map \"{IsTrusted}:$http_x_forwarded_for\" $client_chain {{ default {Peer}; \"~^1:(?<client_said>.+)$\" \"$client_said, {Peer}\"; }}")
            .Line($"map \"{IsTrusted}:$http_x_forwarded_proto\" $client_scheme {{ default $scheme; \"~^1:(?<scheme_said>.+)$\" $scheme_said; }}")
            .Line($"map \"{IsTrusted}:$http_x_forwarded_host\" $client_host {{ default $http_host; \"~^1:(?<host_said>.+)$\" $host_said; }}");
        foreach (var name in ClientHeaders.Others)
        {
            text.Line($"map {IsTrusted} {SaidAs(name)} {{ default \"\"; 1 $http_{Variable(name)}; }}");
        }
    }

    private static string SaidAs(string name) => $"$said_{Variable(name)}";

    private static string Variable(string name) => name.ToLowerInvariant().Replace('-', '_');
}

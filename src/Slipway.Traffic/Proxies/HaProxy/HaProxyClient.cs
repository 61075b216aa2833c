namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Writes what the slots are told about the client, into a frontend. HAProxy itself adds the peer to X-Forwarded-For.</summary>
internal sealed class HaProxyClient(ProxyPlan plan, ConfigurationText text)
{
    private const string Trusted = "is_trusted";
    private const string Client = "txn.client";

    // How many trusted proxies may be one before the other.
    private const int Depth = 8;

    /// <summary>Writes the rules; what a front says of the client, and what it does not say, is as it would be without a proxy between.</summary>
    public void Write()
    {
        if (plan.IsBehindFront)
        {
            return;
        }

        var trusts = plan.Trusted.Count > 0;
        var others = $"^({string.Join('|', ClientHeaders.Others.Prepend(ClientHeaders.Chain).Select(n => n.ToLowerInvariant()))})$";
        var unless = trusts ? $" unless {Trusted}" : "";
        if (trusts)
        {
            text.Line($"acl {Trusted} src {string.Join(' ', plan.Trusted)}").Line($"http-request set-var({Client}) src");
            for (var i = 1; i <= Depth; i++)
            {
                text.Line($"http-request set-var({Client}) req.hdr_ip(x-forwarded-for,-{i}) if {{ var({Client}) -m ip {string.Join(' ', plan.Trusted)} }}");
            }
        }

        text.Line($"http-request del-header ^({string.Join('|', ClientHeaders.LookAlikes.Select(n => n.ToLowerInvariant()))})$ -m reg")
            .Line($"http-request del-header {others} -m reg{unless}")
            .Line($"http-request set-header {ClientHeaders.Address} %[{(trusts ? $"var({Client})" : "src")}]");
        Set(ClientHeaders.Host, "%[req.hdr(host)]", trusts);
        Set(ClientHeaders.Scheme, "%[ssl_fc,iif(https,http)]", trusts);
    }

    private void Set(string name, string value, bool trusts)
    {
        text.Line($"http-request set-header {name} {value}{(trusts ? $" if !{Trusted}" : "")}");
        if (trusts)
        {
            text.Line($"http-request set-header {name} {value} unless {{ req.hdr({name.ToLowerInvariant()}) -m found }}");
        }
    }
}

using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Writes what HAProxy needs to end TLS. It chooses the certificate by the name that the client asks for.</summary>
internal sealed class HaProxyTls(ProxyTls tls, ConfigurationText text)
{
    /// <summary>How it listens.</summary>
    public string Options => $"ssl {string.Join(' ', tls.Certificates.Select(c => $"crt {c.File}").Distinct())} alpn h2,http/1.1";

    public ConfigurationText WriteGlobal() => text
        .Line($"ssl-default-bind-ciphers {TlsPolicy.Ciphers}")
        .Line($"ssl-default-bind-curves {TlsPolicy.Curves}")
        .Line("ssl-default-bind-options prefer-client-ciphers ssl-min-ver TLSv1.2 no-tls-tickets");

    /// <summary>What a frontend that has the routes of a listener does with requests before they are routed.</summary>
    public void WriteFrontend(Listener listener)
    {
        if (listener.Port != tls.RoutesOf)
        {
            return;
        }

        if (tls.RedirectTo is not null)
        {
            var plain = tls.PlainHosts.Count > 0 ? $" !{{ req.hdr(host),field(1,:) -m str -i {string.Join(' ', tls.PlainHosts)} }}" : "";

            // Who names no host can't be told where to go.
            text.Line("http-request deny deny_status 400 if !{ ssl_fc } !{ req.hdr(host) -m found }")
                .Line($"http-request redirect code 308 location {tls.RedirectionTo("%[req.hdr(host),regsub(:[0-9]*$,)]")}%[pathq] if !{{ ssl_fc }}{plain}");
        }

        if (tls.HstsHeader is { } hsts)
        {
            text.Line($"http-after-response set-header Strict-Transport-Security {hsts} if {{ ssl_fc }}");
        }
    }
}

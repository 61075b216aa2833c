using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>Writes what nginx needs to end TLS. It chooses the certificate with the server, by the name that the client asks for.</summary>
internal sealed class NginxTls(ProxyPlan plan, ProxyTls tls, ConfigurationText text)
{
    private const string LastRedirection = "@redirection";

    private Listener Listener => plan.Listeners.First(l => l.Port == tls.RoutesOf);

    /// <summary>What all servers have in common.</summary>
    public void WriteCommon() => text.Line()
        .Line("ssl_protocols TLSv1.2 TLSv1.3;")
        .Line($"ssl_ciphers {TlsPolicy.Ciphers};")
        .Line("ssl_prefer_server_ciphers off;")
        .Line($"ssl_ecdh_curve {TlsPolicy.Curves};")
        .Line("ssl_session_cache shared:slipway:10m;")
        .Line("ssl_session_timeout 1d;")
        .Line("ssl_session_tickets off;");

    /// <summary>Whether clients of the listener that name a host, or none of its hosts, are sent away.</summary>
    public bool Redirects(Listener listener, string? host) =>
        listener == Listener && tls.RedirectTo is not null && !(host is not null && tls.PlainHosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>The lines with which the servers begin that have the routes of a host: one for each certificate that is for a name of that host.</summary>
    /// <param name="host">A host of the listener; null for all names that are none of its hosts.</param>
    public IEnumerable<IReadOnlyList<string>> HeadsOf(string? host)
    {
        foreach (var certificate in tls.Certificates)
        {
            var names = NamesOf(certificate, host);
            var isDefault = host is null && certificate == tls.Certificates[0];
            if (isDefault || names.Count > 0)
            {
                yield return
                [
                    // The directive "http2" is of nginx 1.25.1, and this parameter of it, which later ones only warn of, of all.
                    .. Listens.On(
                        plan,
                        tls.Port,
                        $" ssl http2{NginxClient.ListenParameter(plan, tls.Port)}{(isDefault ? " default_server" : "")}",
                        isFirst: isDefault),
                    .. names.Count > 0 ? [$"server_name {string.Join(' ', names)};"] : Array.Empty<string>(),
                    $"ssl_certificate {certificate.File};",
                    $"ssl_certificate_key {certificate.File};",
                    .. tls.HstsHeader is { } hsts
                        ? ["proxy_hide_header Strict-Transport-Security;", $"add_header Strict-Transport-Security {hsts} always;"]
                        : Array.Empty<string>(),
                ];
            }
        }
    }

    /// <summary>The server that sends to TLS whoever comes without, if that is to be.</summary>
    public void WriteRedirection()
    {
        if (tls.RedirectTo is not null)
        {
            text.Line().Block("server {", WriteRedirectingServer, "}");
        }
    }

    private void WriteRedirectingServer()
    {
        // Who names no host can't be told where to go.
        foreach (var listen in Listens.On(plan, tls.RoutesOf, $"{NginxClient.ListenParameter(plan, tls.RoutesOf)} default_server", isFirst: true))
        {
            text.Line(listen);
        }

        text.Line("if ($host = \"\") { return 400; }");
        if (tls.ChallengeFolder is { } folder)
        {
            text.Line($"location {ProxyTls.ChallengePath} {{ root {folder}; default_type text/plain; }}");
        }

        var redirection = $"return 308 {tls.RedirectionTo("$host")}$request_uri;";
        text.Block("location / {", () => text
            .Line($"error_page {DrainFlags.Status} = {LastRedirection};")
            .Line($"if (-f {DrainFlags.OfThisWorker}) {{ return {DrainFlags.Status}; }}")
            .Line(redirection), "}")
            .Line($"location {LastRedirection} {{ keepalive_timeout 0; {redirection} }}");
    }

    private List<string> NamesOf(TlsCertificate certificate, string? host)
    {
        var names = certificate.Names.Where(n => tls.Certificates.First(c => c.Names.Contains(n)) == certificate && RoutedAs(n) == host);
        return host is not null && (tls.Certificates.FirstOrDefault(c => c.Covers(host)) ?? tls.Certificates[0]) == certificate
            ? [.. names.Prepend(host).Distinct()]
            : [.. names.Where(n => n != host)];
    }

    // The host of the listener whose routes are those of a name: itself, or the most exact of those with a star before.
    private string? RoutedAs(string name)
    {
        var hosts = RoutesByHost.Of(Listener).Select(h => h.Host).OfType<string>().ToList();
        return hosts.Contains(name) ? name : hosts
            .Where(h => h.StartsWith("*.", StringComparison.Ordinal) && name.EndsWith(h[1..], StringComparison.Ordinal))
            .MaxBy(h => h.Length);
    }
}

using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes what Caddy needs to end TLS. It chooses the certificate by the name that the client asks for.</summary>
internal sealed class CaddyTls(ProxyPlan plan, ProxyTls tls, ConfigurationText text)
{
    /// <summary>The directory in which Caddy keeps what it obtained; that of the official image.</summary>
    public const string Storage = "/data";

    /// <summary>The file with the certificate by which an authority is trusted.</summary>
    public const string AuthorityRootFile = "/etc/caddy/authority.pem";

    /// <summary>The addresses of the site.</summary>
    public string Site => tls.Automatic is { } automatic
        ? string.Join(", ", automatic.Hosts.Select(h => $"https://{h}:{tls.Port}"))
        : $"https://:{tls.Port}";

    /// <summary>What Caddy does by itself.</summary>
    public string Automatics => tls.Automatic is null ? "off" : "disable_redirects";

    /// <summary>The global options.</summary>
    public void WriteGlobal()
    {
        if (tls.Automatic is { } automatic)
        {
            // Where it answers an authority that asks.
            text.Line($"http_port {tls.RoutesOf}").Line($"https_port {tls.Port}");
            Option("email", automatic.Email);
            Option("acme_ca", automatic.Authority?.AbsoluteUri);
            Option("acme_ca_root", automatic.AuthorityRoot is null ? null : AuthorityRootFile);
            text.Block("storage file_system {", () => text.Line($"root {Storage}/caddy"), "}");
        }
    }

    /// <summary>The global options of its port; before those of all other ports.</summary>
    public void WriteServers(CaddyServers servers)
    {
        foreach (var end in CaddyGlobals.Ends(plan, tls.Port))
        {
            servers.Write(end, "h1 h2");
        }
    }

    /// <summary>What the site with TLS says of it.</summary>
    public void WriteSite()
    {
        if (tls.Automatic is not null)
        {
            text.Block("tls {", () => text.Line("protocols tls1.2 tls1.3"), "}");
        }

        foreach (var file in tls.Certificates.Select(c => c.File).Distinct())
        {
            text.Block($"tls {file} {file} {{", () => text.Line("protocols tls1.2 tls1.3"), "}");
        }

        if (tls.HstsHeader is { } hsts)
        {
            text.Block("header {", () => text.Line($"Strict-Transport-Security {hsts}").Line("defer"), "}");
        }
    }

    /// <summary>Sends to TLS whoever comes without, within the route of a listener, if that is to be.</summary>
    public void WriteRedirection(Listener listener)
    {
        if (listener.Port != tls.RoutesOf || tls.RedirectTo is null)
        {
            return;
        }

        if (tls.ChallengeFolder is { } folder)
        {
            text.Block($"handle {ProxyTls.ChallengePath}* {{", () => text.Line($"root * {folder}").Line("file_server"), "}");
        }

        var matcher = tls.PlainHosts.Count > 0 ? "@:foreign" : "*";
        if (tls.PlainHosts.Count > 0)
        {
            text.Line($"@:foreign not host {string.Join(' ', tls.PlainHosts)}");
        }

        text.Line($"redir {matcher} {tls.RedirectionTo("{host}")}{{uri}} 308");
    }

    private void Option(string name, string? value)
    {
        if (value is not null)
        {
            text.Line($"{name} {value}");
        }
    }
}

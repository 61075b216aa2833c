using System.Globalization;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Makes the part of a proxy's plan that is about TLS. Pure.</summary>
internal static class TlsMaker
{
    private const int Usual = 443;

    /// <summary>The TLS of the proxy that users come to; null when it has none, and when a certificate can't be used, which is refused.</summary>
    public static ProxyTls? Of(Application application, ProxySettings settings, ObservedState observation) =>
        settings.Tls is not { } tls || observation.Certificates.Count == 0 == tls.Automatic is null || observation.Certificates.Any(c => c.Certificate is null)
            ? null
            : new ProxyTls(tls.Listen, settings.Listen, [.. observation.Certificates.Select(c => c.Certificate!)])
            {
                Automatic = tls.Automatic is { } automatic
                    ? new TlsAutomatic(automatic.Hosts)
                    {
                        Email = automatic.Email,
                        Authority = automatic.Authority,
                        AuthorityRoot = observation.AuthorityRoot,
                    }
                    : null,
                RedirectTo = tls.Redirect ? PublishedAs(application, settings, tls.Listen) : null,
                PlainHosts = [.. Names(application, settings)],
                Hsts = tls.Hsts > TimeSpan.Zero ? tls.Hsts : null,
                ChallengeFolder = tls.Webroot,
            };

    /// <summary>The routes by which containers go on reaching services by their names on a port whose other requests are sent to TLS.</summary>
    public static IEnumerable<Route> ByName(Application application, ProxySettings settings) =>
        from service in Sharing(application, settings)
        from name in NamesOf(application, service)
        select new Route("/", service.Name, name);

    /// <summary>The port of the host that leads to one of the proxy's.</summary>
    private static int PublishedAs(Application application, ProxySettings settings, int port)
    {
        var published = (settings.Added ? settings.Ports : application.Compose.Find(settings.Service)?.Ports ?? [])
            .Where(p => p.Target == port)
            .Select(p => int.TryParse(p.Published, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(p => p > 0)
            .ToList();
        return published.Count == 0 || published.Contains(Usual) ? Usual : published[0];
    }

    private static IEnumerable<string> Names(Application application, ProxySettings settings) =>
        Sharing(application, settings).SelectMany(s => NamesOf(application, s)).Distinct(StringComparer.OrdinalIgnoreCase);

    // Those that containers reach on the port where users are sent away.
    private static IEnumerable<ServiceSettings> Sharing(Application application, ProxySettings settings) =>
        application.BehindProxy.Where(s => s.Port == settings.Listen);

    private static IEnumerable<string> NamesOf(Application application, ServiceSettings service) =>
        (application.Compose.Find(service.Name)?.Networks ?? []).SelectMany(n => n.Aliases).Prepend(service.Name)
            .Where(TlsCertificate.IsName)
            .Distinct(StringComparer.OrdinalIgnoreCase);
}

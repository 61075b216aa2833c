using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>Finds the hosts of services to which browsers would be shown a certificate of somebody else.</summary>
internal static class CertificateCoverage
{
    /// <summary>The hosts that no certificate is for, where clients come by TLS only; none when one can't be used, which is refused anyway.</summary>
    public static IEnumerable<ConfigurationProblem> Uncovered(Application application, IReadOnlyList<CertificateObservation> certificates)
    {
        var isNeeded = application.Settings.Proxy?.Tls is { Automatic: null, Redirect: true };
        if (!isNeeded || certificates.Count == 0 || certificates.Any(c => c.Certificate is null))
        {
            return [];
        }

        var names = certificates.SelectMany(c => c.Certificate!.Names).Distinct().ToList();
        return
            from service in application.BehindProxy
            from host in service.Hosts
            where !certificates.Any(c => c.Certificate!.Covers(host))
            select new ConfigurationProblem(
                service.RoutePlaces.GetValueOrDefault(host, service.Place),
                $"no certificate is for {host}, and users are sent to TLS: they would be refused by their browsers",
                $"add one to \"certificates\" in tls, or write auto: true; those that there are are for {string.Join(", ", names)}");
    }
}

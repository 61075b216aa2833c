using System.Globalization;
using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Certificates;

/// <summary>Says which certificates are about to fail users, or already do.</summary>
internal static class CertificateWarnings
{
    // A third of what authorities give now, of which clients renew at a third.
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context)
    {
        var now = context.Observation.Engine.Now;
        var usable = context.Observation.Certificates.Where(c => c.Certificate is not null).ToList();
        foreach (var certificate in usable.Where(c => c.Until - now < Soon))
        {
            var left = certificate.Until - now;
            yield return left <= TimeSpan.Zero
                ? $"the certificate of {certificate.Title} has expired: browsers refuse it"
                : string.Create(CultureInfo.InvariantCulture, $"the certificate of {certificate.Title} expires in {Left(left)}");
        }

        foreach (var twice in usable.SelectMany(c => c.Certificate!.Names).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            var first = usable.First(c => c.Certificate!.Names.Contains(twice));
            yield return $"{twice} is a name of several certificates: the one in {first.Settings.Certificate} is shown";
        }

        foreach (var nameless in usable.Where(c => c.Certificate!.Names.Count == 0))
        {
            yield return $"the certificate in {nameless.Settings.Certificate} names no host (subjectAltName): browsers refuse it whatever it is asked for";
        }

        var proxy = context.Application.Settings.Proxy;
        if (proxy is { Tls: { } tls, Added: false } && context.Application.Compose.Find(proxy.Service)?.Ports.Any(p => p.Target == tls.Listen) == false)
        {
            yield return $"the compose file publishes no port that leads to port {tls.Listen} of {proxy.Service}: nobody outside reaches its TLS";
        }
    }

    private static string Left(TimeSpan time) =>
        time.TotalDays >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} days")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} hours");
}

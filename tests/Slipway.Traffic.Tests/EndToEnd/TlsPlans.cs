using Slipway.Testing.Certificates;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>TLS for the routes of a stage.</summary>
internal static class TlsPlans
{
    public const int Port = 443;

    public static ProxyPlan With(ProxyPlan plan, params IReadOnlyList<TestCertificate> certificates) => plan with
    {
        Tls = new ProxyTls(Port, plan.Listeners[0].Port, [.. certificates.Select(Of)]),
        Fingerprint = string.Concat(certificates.Select(c => c.Certificate.Thumbprint))[..16],
    };

    /// <summary>It sends to TLS whoever comes without, and asks for another name than the service's.</summary>
    public static ProxyPlan Redirecting(ProxyPlan plan, params IReadOnlyList<TestCertificate> certificates)
    {
        var tls = With(plan, certificates);
        return tls with
        {
            Tls = tls.Tls! with { RedirectTo = 8443, PlainHosts = [ProxyStage.Service], Hsts = TimeSpan.FromHours(1) },
            Listeners = [tls.Listeners[0] with { Routes = [.. tls.Listeners[0].Routes, new Route("/", ProxyStage.Service, ProxyStage.Service)] }, .. tls.Listeners.Skip(1)],
        };
    }

    private static TlsCertificate Of(TestCertificate certificate)
    {
        var names = certificate.Certificate.Extensions.OfType<System.Security.Cryptography.X509Certificates.X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames());
        return new TlsCertificate([.. names], certificate.Certificate.Thumbprint, new TlsBundle(certificate.Pem, certificate.KeyPem));
    }
}

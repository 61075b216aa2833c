using Slipway.Deployment.Configuration.Tls;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>A certificate of slipway.yaml as its files are now.</summary>
/// <param name="Settings">Where they are.</param>
public sealed record CertificateObservation(CertificateSettings Settings)
{
    /// <summary>The certificate with its key; null when they can't be used.</summary>
    public TlsCertificate? Certificate { get; init; }

    /// <summary>From when on it is valid.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>Until when it is valid.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>What prevents its use; null when nothing does.</summary>
    public CertificateProblem? Problem { get; init; }

    /// <summary>The names of hosts, or its file when it has none, for people.</summary>
    public string Title => Certificate is { Names: { Count: > 0 } names } ? string.Join(", ", names) : Settings.Certificate.ToString();
}

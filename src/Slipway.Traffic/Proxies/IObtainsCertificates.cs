namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that obtains its certificates itself (<see cref="Tls.ProxyTls.Automatic"/>).</summary>
public interface IObtainsCertificates : IProxy
{
    /// <summary>
    /// The directory of the container that must be a named volume then: it holds the account and the certificates, which no authority gives again
    /// and again.
    /// </summary>
    string CertificateDirectory { get; }

    /// <summary>Reads why it did not obtain one from what it wrote to its standard error.</summary>
    /// <param name="lines">The lines, the oldest first; others are passed over.</param>
    /// <returns>The newest reason; null when it tells of none.</returns>
    string? WhyNotObtained(IEnumerable<string> lines);
}

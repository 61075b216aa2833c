namespace Slipway.Deployment.Configuration.Tls;

/// <summary>A certificate, and the key that belongs to it.</summary>
/// <param name="Certificate">Where the certificate is, with those between it and the root after it.</param>
/// <param name="Key">Where the key is, which may be the same place.</param>
public sealed record CertificateSettings(CertificateSource Certificate, CertificateSource Key);

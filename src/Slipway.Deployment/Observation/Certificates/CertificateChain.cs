using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Deployment.Configuration.Tls;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>A certificate and those between it and the root, as a file has them.</summary>
internal sealed class CertificateChain : IDisposable
{
    private readonly X509Certificate2Collection _chain = [];
    private readonly CertificateSource _source;

    /// <param name="source">Where they are.</param>
    /// <param name="text">What is there.</param>
    /// <exception cref="UnusableCertificateException">There is no certificate.</exception>
    public CertificateChain(CertificateSource source, string text)
    {
        _source = source;
        try
        {
            _chain.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            throw Unusable($"the certificate in {source} can't be read", "is it whole?");
        }

        if (_chain.Count == 0)
        {
            throw Unusable($"there is no certificate in {source}", "write it in PEM form, which begins with -----BEGIN CERTIFICATE-----");
        }
    }

    public DateTimeOffset From => new(Own.NotBefore.ToUniversalTime());

    public DateTimeOffset Until => new(Own.NotAfter.ToUniversalTime());

    /// <summary>The hosts that it is for.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Own.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames())
            .Select(n => n.ToLowerInvariant())
            .Where(TlsCertificate.IsName)
            .Distinct(),
    ];

    /// <summary>What is the same for no other certificate and chain.</summary>
    public string Fingerprint
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var certificate in _chain)
            {
                hash.AppendData(certificate.RawDataMemory.Span);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
        }
    }

    /// <summary>The certificates and nothing else of the file.</summary>
    public string Pem => string.Concat(_chain.Select(c => c.ExportCertificatePem() + "\n"));

    private X509Certificate2 Own => _chain[0];

    /// <summary>Lets only the right key and the right order pass.</summary>
    /// <exception cref="UnusableCertificateException">They are not.</exception>
    public void Demand(PrivateKey key, CertificateSource source)
    {
        if (!Fits(Own, key))
        {
            throw _chain.Skip(1).Any(c => Fits(c, key))
                ? Unusable(
                    $"the certificates in {_source} are in the wrong order",
                    "the one that the key belongs to comes first, then the one that has signed it, and so on")
                : new UnusableCertificateException(
                    source.Place, $"the key in {source} does not belong to the certificate in {_source}", "name the key that it was made with");
        }

        for (var i = 1; i < _chain.Count; i++)
        {
            if (!_chain[i - 1].IssuerName.RawData.AsSpan().SequenceEqual(_chain[i].SubjectName.RawData))
            {
                throw Unusable(
                    $"the certificates in {_source} are in the wrong order: number {i + 1}, {_chain[i].Subject}, has not signed the one before it",
                    "after each certificate comes the one that has signed it");
            }
        }
    }

    public void Dispose()
    {
        foreach (var certificate in _chain)
        {
            certificate.Dispose();
        }
    }

    private static bool Fits(X509Certificate2 certificate, PrivateKey key) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.Public);

    private UnusableCertificateException Unusable(string message, string remedy) => new(_source.Place, message, remedy);
}

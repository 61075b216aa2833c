using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Testing.Certificates;

/// <summary>A certificate with its key, made anew by each test: keys don't belong into a repository.</summary>
public sealed class TestCertificate
{
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
    private readonly ECDsa _key;

    private TestCertificate(X509Certificate2 certificate, ECDsa key) => (Certificate, _key) = (certificate, key);

    /// <summary>The certificate, without its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate as a file has it.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>The key as a file has it.</summary>
    public string KeyPem => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>The key as it was written before PKCS #8.</summary>
    public string OldKeyPem => _key.ExportECPrivateKeyPem() + "\n";

    /// <summary>The key as a file has it that asks for a passphrase.</summary>
    public string LockedKeyPem => _key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", Encryption) + "\n";

    /// <summary>The policy of a client that trusts this authority and no other.</summary>
    public X509ChainPolicy TrustedAlone() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        CustomTrustStore = { Certificate },
    };

    /// <summary>An authority that signs others.</summary>
    public static TestCertificate Authority(string name = "Slipway Test Authority", TestCertificate? issuer = null) => Make(
        name, issuer, null, r => r.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true)));

    /// <summary>One that is valid from yesterday for a month, signed by itself.</summary>
    /// <param name="hosts">The names, or addresses, that it is for.</param>
    public static TestCertificate For(params IReadOnlyList<string> hosts) => For(hosts, null);

    /// <summary>One for hosts.</summary>
    /// <param name="issuer">Who signs it; null for itself.</param>
    /// <param name="validity">From when, until when; null for a month from yesterday.</param>
    public static TestCertificate For(IReadOnlyList<string> hosts, TestCertificate? issuer, (DateTimeOffset From, DateTimeOffset To)? validity = null) =>
        Make(hosts[0], issuer, validity, request =>
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var host in hosts)
            {
                if (System.Net.IPAddress.TryParse(host, out var address))
                {
                    names.AddIpAddress(address);
                }
                else
                {
                    names.AddDnsName(host);
                }
            }

            request.CertificateExtensions.Add(names.Build());
        });

    private static TestCertificate Make(
        string name, TestCertificate? issuer, (DateTimeOffset From, DateTimeOffset To)? validity, Action<CertificateRequest> extend)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        extend(request);
        var now = TimeProvider.System.GetUtcNow();
        var (from, to) = validity ?? (now.AddDays(-1), now.AddDays(30));
        if (issuer is null)
        {
            return new TestCertificate(request.CreateSelfSigned(from, to), key);
        }

        var generator = X509SignatureGenerator.CreateForECDsa(issuer._key);
        return new TestCertificate(request.Create(issuer.Certificate.SubjectName, generator, from, to, RandomNumberGenerator.GetBytes(8)), key);
    }
}

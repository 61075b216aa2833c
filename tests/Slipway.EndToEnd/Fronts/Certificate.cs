using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.EndToEnd.Fronts;

/// <summary>A certificate of the test's own, made anew: keys don't belong into a repository.</summary>
internal static class Certificate
{
    /// <summary>Writes NAME.crt and NAME.key into a folder.</summary>
    /// <param name="folder">Made where it isn't there.</param>
    /// <param name="name">The name of the files.</param>
    /// <param name="hosts">The names that it is for.</param>
    /// <returns>The certificate, without its key.</returns>
    public static X509Certificate2 Write(string folder, string name, params IReadOnlyList<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, name + ".key"), key.ExportECPrivateKeyPem());
        return certificate;
    }
}

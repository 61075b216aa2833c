using System.Security.Cryptography;
using Slipway.Deployment.Configuration.Tls;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>A key that was read, of one of the two kinds that browsers know.</summary>
internal sealed class PrivateKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    private PrivateKey(AsymmetricAlgorithm key, string pem) => (_key, Pem) = (key, pem);

    /// <summary>The key alone, for the proxy.</summary>
    public string Pem { get; }

    /// <summary>What of it anybody may know, as certificates have it.</summary>
    public byte[] Public => _key.ExportSubjectPublicKeyInfo();

    /// <summary>Reads the first key of a text.</summary>
    /// <exception cref="UnusableCertificateException">There is none that can be used.</exception>
    public static PrivateKey In(CertificateSource source, string text)
    {
        if (Block(text) is not { } pem)
        {
            throw new UnusableCertificateException(
                source.Place, $"there is no key in {source}", "write it in PEM form, which begins with -----BEGIN PRIVATE KEY-----");
        }

        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new UnusableCertificateException(
                source.Place,
                $"the key in {source} asks for a passphrase, which nobody could type when the proxy starts",
                "openssl pkey -in KEY -out FILE writes it without");
        }

        foreach (var key in new AsymmetricAlgorithm[] { ECDsa.Create(), RSA.Create() })
        {
            try
            {
                key.ImportFromPem(pem);
                return new PrivateKey(key, pem + "\n");
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                // Its message may quote what it has read.
                key.Dispose();
            }
        }

        throw new UnusableCertificateException(source.Place, $"the key in {source} can't be read", "is it whole? Browsers know ECDSA and RSA");
    }

    public void Dispose() => _key.Dispose();

    // Before an elliptic curve's key there may be its parameters, and a certificate before any.
    private static string? Block(string text)
    {
        foreach (var range in Blocks(text))
        {
            if (text[range].Split('\n')[0].Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            {
                return text[range];
            }
        }

        return null;
    }

    private static IEnumerable<Range> Blocks(string text)
    {
        for (var from = 0; PemEncoding.TryFind(text.AsSpan(from), out var fields);)
        {
            var (start, length) = fields.Location.GetOffsetAndLength(text.Length - from);
            yield return (from + start)..(from + start + length);
            from += start + length;
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>Digests of all that a key is made of.</summary>
internal static class KeyText
{
    public static string Of(params IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            // With its length, so that two parts never look like two others.
            hash.AppendData(Encoding.UTF8.GetBytes($"{part?.Length ?? -1}:{part}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

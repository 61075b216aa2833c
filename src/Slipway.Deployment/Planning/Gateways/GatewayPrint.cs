using System.Security.Cryptography;
using System.Text;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>
/// The name by which a running proxy tells which configuration it has: a hash over the configuration, and where there are certificates another one
/// over those, so that renewed ones can be told from another configuration.
/// </summary>
internal static class GatewayPrint
{
    private const int Digits = 12;

    /// <summary>Makes it; empty for a plan from which no configuration can be made.</summary>
    public static string Of(ProxyPlan plan, IProxy kind) =>
        plan.Listeners.Count == 0 ? string.Empty
        : plan.Tls is { Certificates: { Count: > 0 } certificates } tls
            ? OfFiles(plan with { Tls = tls with { Certificates = [.. certificates.Select(Numbered)] } }, kind) + Hash(certificates.Select(c => c.Fingerprint))
            : OfFiles(plan, kind);

    /// <summary>Whether two differ in certificates only.</summary>
    public static bool AreOfOneConfiguration(string? one, string other) =>
        one?.Length > Digits && one.Length == other.Length && one[..Digits] == other[..Digits];

    /// <summary>A hash over texts.</summary>
    public static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..Digits];

    private static string OfFiles(ProxyPlan plan, IProxy kind) => Hash(kind.Files(plan).Select(f => $"{f.Path}\n{f.Content}"));

    private static TlsCertificate Numbered(TlsCertificate certificate, int number) => certificate with { Fingerprint = $"number{number}" };
}

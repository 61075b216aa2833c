namespace Slipway.Traffic.Proxies.Tls;

/// <summary>
/// The files with certificates and keys that a proxy's container needs beside <see cref="IProxy.Files"/>. A renewed certificate has another name, so that
/// a running proxy, and one that is started again meanwhile, has what belongs to its configuration.
/// </summary>
public static class TlsFiles
{
    /// <summary>The directory that holds them, and nothing else.</summary>
    public const string Directory = "/etc/slipway-tls";

    /// <summary>The files that belong to a plan; none without TLS.</summary>
    public static IReadOnlyList<TlsFile> Of(ProxyPlan plan) =>
        [.. (plan.Tls?.Certificates ?? []).DistinctBy(c => c.File).Select(c => new TlsFile(c.File, c.Bundle))];
}

namespace Slipway.Traffic.Proxies.Tls;

/// <summary>A file of the proxy's container that only its owner may read.</summary>
/// <param name="Path">Its absolute path in the container.</param>
/// <param name="Content">What is in it.</param>
public sealed record TlsFile(string Path, TlsBundle Content);

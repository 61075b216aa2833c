namespace Slipway.Traffic.Proxies;

/// <summary>A file that the proxy's container needs.</summary>
/// <param name="Path">Its absolute path in the container.</param>
/// <param name="Content">Its text, unescaped, with line feeds only.</param>
public sealed record ProxyFile(string Path, string Content);

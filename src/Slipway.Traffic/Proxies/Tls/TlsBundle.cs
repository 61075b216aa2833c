namespace Slipway.Traffic.Proxies.Tls;

/// <summary>A certificate, its chain and its key as one PEM text, which never shows.</summary>
/// <param name="certificates">The certificate and its chain, each block with its line feed.</param>
public sealed class TlsBundle(string certificates, string key)
{
    /// <summary>The text, for the proxy and for nobody else.</summary>
    public string Pem => certificates + Key;

    /// <summary>What nobody else may learn of it.</summary>
    public string Key { get; } = key;

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "*****";
}

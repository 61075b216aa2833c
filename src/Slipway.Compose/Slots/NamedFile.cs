namespace Slipway.Compose.Slots;

/// <summary>A file of the proxy's configuration and the key of its top-level config.</summary>
internal sealed record NamedFile(string Key, ProxyFile File);

using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>Names for what the overlay adds for one proxy.</summary>
/// <param name="Volume">The key of the volume with the proxy's flags.</param>
/// <param name="Configs">The proxy's configuration files under their keys.</param>
/// <param name="Certificates">The key of the volume with what the proxy obtained; null for none.</param>
internal sealed record ProxyNames(string Volume, ImmutableArray<NamedFile> Configs, string? Certificates);

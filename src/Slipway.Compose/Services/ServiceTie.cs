namespace Slipway.Compose.Services;

/// <summary>A tie to another service that goes deeper than a network.</summary>
/// <param name="Key">The key that makes it: <c>links</c> without networks, <c>volumes_from</c>, <c>network_mode</c>, <c>pid</c> or <c>ipc</c>.</param>
/// <param name="Service">The other service.</param>
public sealed record ServiceTie(string Key, string Service);

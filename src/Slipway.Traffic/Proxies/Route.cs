namespace Slipway.Traffic.Proxies;

/// <summary>Which requests of a listener go to which service.</summary>
/// <param name="PathPrefix">
/// Starts with a slash. <c>/api</c> takes <c>/api</c> and all below <c>/api/</c>, but not <c>/apis</c>; the longest prefix wins.
/// The path is passed on unchanged.
/// </param>
/// <param name="Service">A service among the plan's backends.</param>
/// <param name="Host">
/// The host name (without port) that the request must name, or null for any. Routes of a named host win over those of any host.
/// </param>
public sealed record Route(string PathPrefix, string Service, string? Host = null);

namespace Slipway.Traffic.Proxies;

/// <summary>
/// A proxy that takes a new configuration while it runs, so that its container, and with it the addresses, names and published ports that
/// others know, stays.
/// </summary>
/// <remarks>
/// The order is: put <see cref="IProxy.Files"/> of the new plan into the container, <see cref="DrainClients"/>, wait until clients had their
/// next answer, <see cref="TakeConfiguration"/>, wait until the slots' source names the new <see cref="ProxyPlan.Fingerprint"/>.
/// </remarks>
public interface ITakesConfiguration
{
    /// <summary>
    /// The command after which the proxy ends each client's connection with that connection's next answer, in a way that the client
    /// understands, so that few are idle when it takes its configuration. It ends by itself once the configuration was taken.
    /// </summary>
    IReadOnlyList<string> DrainClients { get; }

    /// <summary>Takes <see cref="DrainClients"/> back.</summary>
    IReadOnlyList<string> KeepClients { get; }

    /// <summary>
    /// The command that makes the running proxy take the <see cref="IProxy.Files"/> in its container. No connection is refused and no request
    /// in flight is cut. When it refuses them it exits non-zero, with the reason on standard error, and goes on with the old ones.
    /// </summary>
    /// <exception cref="ArgumentException">The plan has problems (<see cref="ProxyPlanRules.Problems"/>).</exception>
    IReadOnlyList<string> TakeConfiguration(ProxyPlan plan);

    /// <summary>Reads from what <see cref="IProxy.ReadSlots"/> answered which configuration the proxy runs.</summary>
    /// <returns>Its <see cref="ProxyPlan.Fingerprint"/>; null when it does not tell.</returns>
    string? ParseFingerprint(string answer);
}

using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Puts certificates and keys, and who may ask for services, into a proxy's container, which was created and does not run yet.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Names">The hosts that the certificates are for.</param>
public sealed record PutCertificatesStep(string ProxyContainer, IReadOnlyList<string> Names) : Step
{
    /// <summary>The services for which only some may ask.</summary>
    public IReadOnlyList<string> Guarded { get; init; } = [];

    /// <inheritdoc/>
    public override string Command => $"give {ProxyContainer} {string.Join(" and ", Given)}";

    private IEnumerable<string> Given =>
    [
        .. Names.Count > 0 ? [$"the certificates of {string.Join(", ", Names)}"] : Array.Empty<string>(),
        .. Guarded.Count > 0 ? [$"those who may ask for {string.Join(", ", Guarded)}"] : Array.Empty<string>(),
    ];
}

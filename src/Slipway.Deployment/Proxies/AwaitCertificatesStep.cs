using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Waits until a proxy that obtains its certificates has one for each host.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Hosts">The names that clients ask for.</param>
public sealed record AwaitCertificatesStep(string ProxyContainer, IReadOnlyList<string> Hosts) : Step
{
    /// <inheritdoc/>
    public override string Command => $"await certificates of {ProxyContainer} for {string.Join(", ", Hosts)}";

    /// <summary>The steps for proxies that were started or configured anew.</summary>
    internal static IEnumerable<AwaitCertificatesStep> For(PlanningContext context) =>
        from change in context.Environment.Raised.Concat(context.Environment.Updated).Concat(context.Environment.HandedOver)
        where change.Gateway.Plan.Tls?.Automatic is not null
        select new AwaitCertificatesStep(change.Next, change.Gateway.Plan.Tls!.Automatic!.Hosts)
        {
            Purpose = "certificates",
            Timeout = TimeSpan.FromSeconds(90),
        };
}

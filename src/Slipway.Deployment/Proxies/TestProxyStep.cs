using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Lets the proxy's own program test its configuration, in a throwaway container of its image that has no network.</summary>
/// <param name="Kind">What the proxy is called in slipway.yaml.</param>
/// <param name="ProxyContainer">The container whose configuration it is.</param>
public sealed record TestProxyStep(string Image, string Kind, string ProxyContainer) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"test the configuration of {ProxyContainer} in {Image}";

    /// <summary>The tests of proxies that are about to be started or replaced, or to take a new configuration.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>A step each; none for a proxy that stays, and none while its image has yet to be built.</returns>
    internal static IEnumerable<Step> For(PlanningContext context)
    {
        var changes = context.Environment.Raised.Concat(context.Environment.Updated).Concat(context.Environment.HandedOver);
        return from change in changes
               let image = change.Gateway.Image
               where image is not null
               select new TestProxyStep(image, context.Layout.Proxy!.Name, change.Gateway.Container)
               {
                   Purpose = "test the proxy's configuration",
                   Timeout = TimeSpan.FromMinutes(10),
               };
    }
}

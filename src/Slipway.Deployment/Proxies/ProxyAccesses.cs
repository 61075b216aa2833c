using Slipway.Deployment.Planning.Layout;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Proxies;

/// <summary>The proxies of the application that is being deployed, by their containers.</summary>
/// <param name="connection">The way to them.</param>
/// <param name="engine">Runs commands in them.</param>
/// <param name="layout">Which there are.</param>
internal sealed class ProxyAccesses(EngineConnection connection, EngineClient engine, SlotLayout layout)
{
    /// <summary>The proxy of a container, be it its own or one that serves in its place.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public ProxyAccess Of(string container)
    {
        var gateway = layout.Gateways.First(g => g.Has(container));
        return new ProxyAccess(connection, engine, layout.Proxy!, gateway.PlanOf(container), gateway.Address);
    }
}

using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Decides what happens with a proxy. Pure.</summary>
/// <param name="observation">What was observed.</param>
/// <param name="consents">The services that may be replaced.</param>
internal sealed class GatewayFinder(Application application, ObservedState observation, IReadOnlySet<string> consents)
{
    /// <summary>Compares a proxy with what runs.</summary>
    public GatewayChange Find(Gateway gateway)
    {
        var container = observation.Of(gateway.Service).FirstOrDefault();
        if (container is { State: "paused" })
        {
            return new GatewayChange(gateway, GatewayAction.Unpause, "it is paused: goes on");
        }

        if (container is not { IsRunning: true })
        {
            return new GatewayChange(gateway, GatewayAction.Start, "started");
        }

        if (!container.Labels.TryGetValue(Labels.Configuration, out var shape))
        {
            return new GatewayChange(gateway, GatewayAction.Replace, "it is not Slipway's");
        }

        // Nobody is interrupted by the replacement of what nobody reaches.
        if (!gateway.Address.Equals(container.Addresses.GetValueOrDefault(application.SlotsNetwork)))
        {
            return new GatewayChange(gateway, GatewayAction.Replace, "it is not on the slots network");
        }

        if (Missing(gateway, container) is { } network)
        {
            return new GatewayChange(gateway, GatewayAction.Replace, $"it is not on the network {network}");
        }

        var isOutOfShape = shape != gateway.Shape;
        var kind = container.Labels.GetValueOrDefault(Labels.Proxy);
        if (isOutOfShape && kind is not null && kind != application.Settings.Proxy!.Kind.Name && !consents.Contains(application.Settings.Proxy.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Refused, $"it is {kind}");
        }

        if (isOutOfShape && consents.Contains(application.Settings.Proxy!.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Replace, "with your consent");
        }

        var fingerprint = observation.Gateways.FirstOrDefault(g => g.Container == container.Name)?.Fingerprint;
        return application.Settings.Proxy!.Kind is not ITakesConfiguration || fingerprint == gateway.Plan.Fingerprint
            ? new GatewayChange(gateway, GatewayAction.None, "left alone", isOutOfShape)
            : new GatewayChange(gateway, GatewayAction.Update, "takes a new configuration", isOutOfShape);
    }

    private string? Missing(Gateway gateway, ContainerObservation container) => gateway.Answers
        .SelectMany(a => application.Compose.Find(a)?.Networks ?? [])
        .Select(n => application.Compose.Networks.FirstOrDefault(o => o.Key == n.Network)?.RealName)
        .OfType<string>()
        .FirstOrDefault(n => !container.Addresses.ContainsKey(n));
}

using System.Globalization;
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
        if (Unkept(gateway, container) && !consents.Contains(application.Settings.Proxy!.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Refused, "it has no volume for the certificates that it is to obtain");
        }

        if (Unpublished(gateway, container) is { } port && !consents.Contains(application.Settings.Proxy!.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Refused, $"it does not publish port {port}, to which users of TLS come");
        }

        var kind = container.Labels.GetValueOrDefault(Labels.Proxy);
        if (isOutOfShape && kind is not null && kind != application.Settings.Proxy!.Kind.Name && !consents.Contains(application.Settings.Proxy.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Refused, $"it is {kind}, but slipway.yaml says {application.Settings.Proxy.Kind.Name}");
        }

        var image = new SuccessorFinder(observation).Find(gateway, container);
        if ((isOutOfShape || image is not null || gateway.Serving != container.Name) && consents.Contains(application.Settings.Proxy!.Service))
        {
            return new GatewayChange(gateway, GatewayAction.Replace, "with your consent");
        }

        var fingerprint = observation.Gateways.FirstOrDefault(g => g.Container == container.Name)?.Fingerprint;
        var isOutdated = application.Settings.Proxy!.Kind is ITakesConfiguration && fingerprint != gateway.Plan.Fingerprint;
        return image is { } next && application.Settings.Proxy.Kind is IHandsOver
            ? new GatewayChange(gateway, GatewayAction.HandOver, next.Reason, isOutOfShape) { Seat = next.Seat, IsOutdated = isOutdated }
            : !isOutdated
            ? new GatewayChange(gateway, GatewayAction.None, "left alone", isOutOfShape)
            : new GatewayChange(
                gateway,
                GatewayAction.Update,
                GatewayPrint.AreOfOneConfiguration(fingerprint, gateway.Plan.Fingerprint) ? "takes up renewed certificates" : "takes a new configuration",
                isOutOfShape);
    }

    private bool Unkept(Gateway gateway, ContainerObservation container) =>
        gateway.Plan.Tls?.Automatic is not null
        && application.Settings.Proxy!.Kind is IObtainsCertificates kind
        && !container.MountSources.Keys.Any(m => (kind.CertificateDirectory + "/").StartsWith(m.TrimEnd('/') + "/", StringComparison.Ordinal));

    // Whoever is sent to TLS must find it there.
    private string? Unpublished(Gateway gateway, ContainerObservation container)
    {
        var settings = application.Settings.Proxy!;
        var ports = settings.Added ? settings.Ports : application.Compose.Find(settings.Service)?.Ports ?? [];
        return gateway.Plan.Tls is not { } tls ? null : ports
            .Where(p => p.Target == tls.Port)
            .Select(p => p.Published)
            .FirstOrDefault(published =>
                int.TryParse(published, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !container.PublishedPorts.Contains(number));
    }

    private string? Missing(Gateway gateway, ContainerObservation container) => gateway.Answers
        .SelectMany(a => application.Compose.Find(a)?.Networks ?? [])
        .Select(n => application.Compose.Networks.FirstOrDefault(o => o.Key == n.Network)?.RealName)
        .OfType<string>()
        .FirstOrDefault(n => !container.Addresses.ContainsKey(n));
}

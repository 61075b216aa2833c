using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Decides what happens around the slots. Pure.</summary>
internal static class EnvironmentFinder
{
    /// <summary>Compares what runs beside the slots with what should.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="gateways">The proxies as they should be.</param>
    /// <param name="strays">See <see cref="Strays"/>.</param>
    /// <param name="consents">The services that may be replaced.</param>
    /// <returns>What is started, replaced and left alone.</returns>
    public static EnvironmentChange Find(
        Application application,
        ObservedState observation,
        IReadOnlyList<Gateway> gateways,
        IReadOnlyList<ContainerObservation> strays,
        IReadOnlySet<string> consents)
    {
        List<string> start = [], replace = [], leftAlone = [];
        var front = application.Settings.Proxy?.Behind;
        foreach (var service in application.Stateful.Where(s => s != front))
        {
            var container = observation.Of(service).FirstOrDefault();
            if (container is not { IsRunning: true })
            {
                if (container is null || !IsOneShot(application, service))
                {
                    start.Add(service);
                }
            }
            else if (HasChanged(application, observation, service, container))
            {
                (consents.Contains(service) ? replace : leftAlone).Add(service);
            }
        }

        var changes = gateways.Select(g => new GatewayFinder(application, observation, consents).Find(g)).ToList();
        var frontContainer = front is null ? null : observation.Of(front).FirstOrDefault();
        if (frontContainer is { IsRunning: true } && HasChanged(application, observation, front!, frontContainer))
        {
            leftAlone.Add(front!);
        }

        var (raises, strayServes) = (changes.Any(c => c.Action is GatewayAction.Start or GatewayAction.Replace), strays.Any(c => c.IsRunning));
        return new EnvironmentChange(
            start,
            replace,
            leftAlone,
            changes,
            IsTakeOver: strayServes && raises,
            TellsFront: front is not null && (frontContainer is not { IsRunning: true } || strays.Count > 0 || raises),
            RaisesAtSwitch: raises && (strayServes || frontContainer is { IsRunning: true }))
        {
            Leading = LeadingFile.Of(application, observation),
            Joins = [.. application.Stateful.Where(s => s != front && !replace.Contains(s)).SelectMany(s => Joins(application, observation, s))],
        };
    }

    private static IEnumerable<NetworkJoin> Joins(Application application, ObservedState observation, string service) =>
        from container in observation.Of(service).Take(1)
        where container.IsRunning
        from place in application.Compose.Find(service)!.Networks
        let network = application.Compose.Networks.FirstOrDefault(n => n.Key == place.Network)?.RealName
        where network is not null && container.Networks?.Contains(network) == false
        select new NetworkJoin(service, container.Name, network, [service, .. place.Aliases], place.Ipv4Address);

    private static bool IsOneShot(Application application, string service) =>
        application.Compose.Find(service)!.Restart is null or "no"
        && application.Compose.Services.Any(s => s.DependsOn.Any(d => d.Service == service && d.Condition == "service_completed_successfully"));

    // Compose notes on a container the hash of the definition that it was made from, Slipway where that was not the compose file's alone.
    private static bool HasChanged(Application application, ObservedState observation, string service, ContainerObservation container) =>
        container.Labels.TryGetValue(Labels.Configuration, out var noted) ? noted != application.Compose.ConfigHash(service)
        : observation.ComposeHashes.TryGetValue(service, out var wanted)
        && container.Labels.TryGetValue("com.docker.compose.config-hash", out var actual)
        && wanted != actual;
}

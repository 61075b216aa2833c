using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>Decides what happens around the slots. Pure.</summary>
internal static class EnvironmentFinder
{
    /// <summary>Compares what runs beside the slots with what should.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="proxyConfiguration">The hash of the configuration that the proxy should have; empty without a proxy.</param>
    /// <param name="consents">The services that may be replaced.</param>
    /// <returns>What is started, replaced and left alone.</returns>
    public static EnvironmentChange Find(
        Application application, ObservedState observation, string proxyConfiguration, IReadOnlySet<string> consents)
    {
        List<string> start = [], replace = [], leftAlone = [];
        foreach (var service in application.Stateful)
        {
            var container = observation.Of(service).FirstOrDefault();
            if (container is not { IsRunning: true })
            {
                if (container is null || !IsOneShot(application, service))
                {
                    start.Add(service);
                }
            }
            else if (HasChanged(observation, service, container))
            {
                (consents.Contains(service) ? replace : leftAlone).Add(service);
            }
        }

        var proxy = application.Settings.Proxy is { } settings ? observation.Of(settings.Service).FirstOrDefault() : null;
        var needsProxy = application.Settings.Proxy is not null;
        var ours = proxy?.Labels.ContainsKey(Labels.Configuration) == true;
        var changed = ours && proxy!.Labels[Labels.Configuration] != proxyConfiguration;
        var consent = needsProxy && consents.Contains(application.Settings.Proxy!.Service);
        var plainServes = application.BehindProxy.Any(s => observation.Of(s.Name).Any(c => c is { Slot: null, IsRunning: true }));
        return new EnvironmentChange(
            start,
            replace,
            leftAlone,
            StartProxy: needsProxy && proxy is not { IsRunning: true },
            ReplaceProxy: proxy is { IsRunning: true } && (!ours || (changed && consent)),
            ProxyLeftAlone: proxy is { IsRunning: true } && changed && !consent,
            ProxyAtSwitch: needsProxy && plainServes && !(ours && proxy!.IsRunning));
    }

    private static bool IsOneShot(Application application, string service) =>
        application.Compose.Find(service)!.Restart is null or "no"
        && application.Compose.Services.Any(s => s.DependsOn.Any(d => d.Service == service && d.Condition == "service_completed_successfully"));

    // Compose notes on a container the hash of the definition that it was made from.
    private static bool HasChanged(ObservedState observation, string service, ContainerObservation container) =>
        observation.ComposeHashes.TryGetValue(service, out var wanted)
        && container.Labels.TryGetValue("com.docker.compose.config-hash", out var actual)
        && wanted != actual;
}

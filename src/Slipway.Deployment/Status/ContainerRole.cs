using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;

namespace Slipway.Deployment.Status;

/// <summary>Says in a word what a container is there for, as far as that was observed.</summary>
internal static class ContainerRole
{
    /// <summary>Finds the role.</summary>
    /// <param name="context">What was observed.</param>
    /// <returns>The word or words; none for a service that Slipway leaves alone.</returns>
    public static string Of(PlanningContext context, ContainerObservation container)
    {
        if (container.IsEnding)
        {
            return container.IsAlive ? "ends" : "ended: the next Deploy removes it";
        }

        if (context.Observation.Successors.FirstOrDefault(s => s.Container == container) is { } successor)
        {
            return context.Observation.Gateways.Any(g => g.Container == successor.Proxy && g.Seats.Contains(successor.Mark))
                ? $"proxy, in the place of {successor.Proxy}" : container.IsRunning ? "ends its connections" : "ended";
        }

        if (context.Application.Settings.Proxy is { } proxy && (container.ComposeService == proxy.Behind || container.IsProxyOf(proxy)))
        {
            return container.ComposeService == proxy.Behind ? "front"
                : context.Observation.ServingFor(container.Name) is not null ? "proxy, stands by"
                : context.Observation.Gateways.Any(g => g.Container == container.Name && g.IsUp) ? "proxy" : "proxy, down";
        }

        return context.Services.FirstOrDefault(s => s.Name == (container.Service ?? container.ComposeService)) is not { } service ? string.Empty
            : service.Replicas is { } replicas ? Replica(replicas, container)
            : container.Slot is null ? "plain compose's: the next Deploy removes it"
            : service.Active == container.Slot ? Active(context, service, container)
            : container.IsRunning && IsCanary(context, container) ? "canary"
            : container.Release is { } release && !ServedReleases.Contains(context, release) ? Unserved(container)
            : context.Doubles.Contains(container) ? "works beside the one that should alone: the next Deploy stops it"
            : container.IsRunning ? "warm" : Standing(container);
    }

    private static bool IsCanary(PlanningContext context, ContainerObservation container) =>
        context.Observation.Gateways.Any(g => g.Shared.Any(s => s.Service == container.Service && s.Slot == container.Slot));

    // As far as a deployment got that did not end.
    private static string Unserved(ContainerObservation container) =>
        container is { IsRunning: true, IsUnhealthy: false } ? (container.IsStarting ? "started, never served" : "ready, never served")
        : container.State == "created" ? "created"
        : "rejected";

    private static string Replica(ReplicaChange replicas, ContainerObservation container) =>
        replicas.Working.Contains(container) ? "works" : Standing(container);

    private static string Active(PlanningContext context, ServiceChange service, ContainerObservation container) =>
        !container.IsRunning ? Standing(container)
        : !service.Settings.Strategy.IsBehindProxy || context.Observation.Gateways.Any(g => g.IsUp && g.Slots.ContainsKey(service.Name)) ? "serves"
        : "not reached: its proxy is down";

    private static string Standing(ContainerObservation container) =>
        container.State == "exited" ? "stopped" : container.IsRunning ? "unhealthy" : container.State;
}

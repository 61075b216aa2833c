using Slipway.Deployment.Planning.Gateways;

namespace Slipway.Deployment.Planning;

/// <summary>Says what a deployment leaves alone around the slots, and what it interrupts.</summary>
internal static class EnvironmentWarnings
{
    /// <summary>What it interrupts to give the application back to plain compose.</summary>
    public static IEnumerable<string> OfRelease(PlanningContext context)
    {
        var compose = context.Application.Compose;
        foreach (var service in context.Application.BehindProxy.Where(s => compose.Find(s.Name)?.Ports.Any(p => p.Published is not null) == true))
        {
            yield return $"{service.Name} publishes ports, which only one container can have: it is interrupted for as long as it takes to start";
        }

        if (context.Application.Settings.Proxy is { Added: false } proxy)
        {
            yield return $"{proxy.Service} is made anew with its own configuration, which interrupts traffic for a second or more";
        }
    }

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context)
    {
        var (environment, proxy) = (context.Environment, context.Application.Settings.Proxy);
        if (context.ChangesAnything && !context.Request.IsWarmRollback && context.Observation.Engine is { AvailableMemory: null } or { FreeDisk: null })
        {
            yield return "how much memory and disk the engine's host has left can't be seen from here: whether the release fits shows only when it starts";
        }

        foreach (var service in environment.LeftAlone)
        {
            yield return service == proxy?.Behind
                ? $"the definition of the front {service} changed: it is left alone; `docker compose up -d --no-deps {service}` replaces it"
                : $"the definition of {service} changed: it is left alone; --consent={service} replaces it, which interrupts it";
        }

        foreach (var change in environment.Gateways.Where(g => g.IsLeftAlone))
        {
            yield return $"the names or ports of the proxy {change.Gateway.Service} changed: it is left alone; --consent={proxy!.Service} replaces it,"
                + " which interrupts traffic for a second or more";
        }

        foreach (var change in environment.Gateways.Where(g => g.Action == GatewayAction.Replace))
        {
            yield return $"the proxy {change.Gateway.Service} is replaced ({change.Reason}), which interrupts traffic for a second or more";
        }

        if (environment.IsTakeOver && context.Strays.Any(c => c is { IsRunning: true, PublishedPorts.Count: > 0 }))
        {
            yield return "the proxy takes over ports that the running containers publish, which interrupts traffic for a second or more, this once";
        }

        foreach (var service in context.Application.BehindProxy
            .Where(s => s.Routes.Count + s.Hosts.Count > 0 && proxy is { Added: true, Tls: null, Traefik: null }))
        {
            yield return $"the {(service.Hosts.Count > 0 ? "hosts" : "routes")} of {service.Name} have no effect: they are on port {proxy!.Listen} of a proxy"
                + " that is a service of the compose file (proxy: {service: NAME}); the proxy that Slipway adds has the port of each service, and nothing else";
        }

        foreach (var container in context.Observation.Containers.Where(c => c.Service is { } s && !context.Application.Settings.Services.ContainsKey(s)))
        {
            yield return $"{container.Name} is a slot of {container.Service}, which slipway.yaml does not name any more:"
                + $" docker rm -f {container.Name} removes it";
        }
    }
}

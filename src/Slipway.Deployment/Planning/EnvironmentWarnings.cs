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
            yield return $"{proxy.Service} is made anew with its own configuration, which interrupts traffic for about a second";
        }
    }

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context)
    {
        var (environment, proxy) = (context.Environment, context.Application.Settings.Proxy);
        foreach (var service in environment.LeftAlone)
        {
            yield return service == proxy?.Behind
                ? $"the definition of the front {service} changed: it is left alone; `docker compose up -d --no-deps {service}` replaces it"
                : $"the definition of {service} changed: it is left alone; --consent={service} replaces it, which interrupts it";
        }

        foreach (var change in environment.Gateways.Where(g => g.IsLeftAlone))
        {
            yield return $"the image, names or ports of the proxy {change.Gateway.Service} changed: it is left alone; --consent={proxy!.Service} replaces it,"
                + " which interrupts traffic for about a second";
        }

        foreach (var change in environment.Gateways.Where(g => g.Action == GatewayAction.Replace))
        {
            yield return $"the proxy {change.Gateway.Service} is replaced ({change.Reason}), which interrupts traffic for about a second";
        }

        if (environment.IsTakeOver && context.Strays.Any(c => c is { IsRunning: true, PublishedPorts.Count: > 0 }))
        {
            yield return "the proxy takes over ports that the running containers publish, which interrupts traffic for about a second, this once";
        }

        foreach (var service in context.Application.BehindProxy.Where(s => s.Routes.Count > 0 && proxy!.Added))
        {
            yield return $"the routes of {service.Name} have no effect: they are on port {proxy!.Listen} of a proxy that is a service of the compose file"
                + " (proxy: {service: NAME}); the proxy that Slipway adds has the port of each service, and nothing else";
        }

        foreach (var container in context.Observation.Containers.Where(c => c.Service is { } s && !context.Application.Settings.Services.ContainsKey(s)))
        {
            yield return $"{container.Name} is a slot of {container.Service}, which slipway.yaml does not name any more:"
                + $" docker rm -f {container.Name} removes it";
        }
    }
}

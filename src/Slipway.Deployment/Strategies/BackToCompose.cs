using Slipway.Deployment.Fronts;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Engine.Commands;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Strategies;

/// <summary>
/// The steps by which an application is given back to plain compose: its services run what served last, under their own names, and neither
/// slots nor proxies of Slipway's are left. What publishes no port starts beside the slots, so that nobody misses it; what publishes one
/// can start only when the proxy has let go of it.
/// </summary>
internal static class BackToCompose
{
    private const int Seconds = 1;

    /// <summary>Lets plain compose's containers serve.</summary>
    public static IEnumerable<Step> Switch(PlanningContext context)
    {
        var (application, docker) = (context.Application, context.Docker);
        var served = Served(context);
        foreach (var service in served)
        {
            yield return new CommandStep(docker.Tag(
                ChangeFinder.ReleaseTag(application.Name, service.Name, service.Incumbent!.Release!), application.ImageOf(service.Name)))
            {
                Purpose = "run what served",
            };
        }

        var beside = Names(served.Where(s => s.Settings.Strategy.IsBehindProxy && !Publishes(context, s)));
        var after = Names(served.Where(s => !beside.Contains(s.Name)));
        foreach (var step in StartAndAwait(context, beside))
        {
            yield return step;
        }

        if (after.Count > 0)
        {
            yield return new CommandStep(docker.Create(application.Project, after, force: false)) { Purpose = "create" };
        }

        foreach (var step in FrontSteps.KnowBoth(context).Concat(FrontSteps.LetNotice(context)))
        {
            yield return step;
        }

        foreach (var handoff in served.Where(s => !s.Settings.Strategy.IsBehindProxy && s.Incumbent!.IsRunning))
        {
            yield return ContainerStep.Stop(handoff.Incumbent!.Name, "hand over") with { Subject = handoff.Goal };
        }

        var (own, added) = Proxies(context);
        if (added.Count > 0)
        {
            foreach (var step in SayGoodbye(context, added))
            {
                yield return step;
            }

            yield return new CommandStep(docker.Stop(added, after.Count > 0 ? Seconds : null)) { Purpose = "the names and ports lead to plain compose" };
        }

        foreach (var step in StartAndAwait(context, after))
        {
            yield return step;
        }

        if (own is not null)
        {
            yield return new CommandStep(docker.Up(application.Project, [own], Seconds)) { Purpose = "the proxy as the compose file has it" };
        }

        foreach (var step in FrontSteps.After(context))
        {
            yield return step;
        }
    }

    /// <summary>Removes slots and proxies.</summary>
    public static IEnumerable<Step> Retire(PlanningContext context)
    {
        var slots = Slots(context).Select(c => c.Name).ToList();
        if (slots.Where(s => context.Observation.AllContainers.Any(c => c.Name == s && c.IsRunning)).ToList() is { Count: > 0 } running)
        {
            yield return new CommandStep(context.Docker.Stop(running)) { Purpose = "end the slots" };
        }

        var own = context.Observation.Containers.Where(c => c.ComposeService == Proxies(context).Own).Select(c => c.Name);
        List<string> all = [.. slots, .. Proxies(context).Added, .. TakeOver.SuccessorsOf(context, own)];
        if (all.Count > 0)
        {
            yield return new CommandStep(context.Docker.Remove(all)) { Purpose = "remove slots and proxies" };
        }

        if (context.Observation.Networks.Any(n => n.Name == context.Application.SlotsNetwork))
        {
            yield return new CommandStep(DockerCommands.RemoveNetwork(context.Application.SlotsNetwork))
            {
                Purpose = "the slots network",
                ContinueOnError = true,
            };
        }
    }

    /// <summary>Lets slots and proxies serve again.</summary>
    public static IEnumerable<Step> Undo(PlanningContext context)
    {
        var served = Served(context);
        var (own, added) = Proxies(context);
        List<string> publishing = Names(served.Where(s => Publishes(context, s) || !s.Settings.Strategy.IsBehindProxy));
        if (publishing.Count > 0)
        {
            yield return new CommandStep(context.Docker.Remove(context.Application.Project, publishing))
            {
                Purpose = "what did not serve",
                ContinueOnError = true,
            };
        }

        var handedOver = served.Where(s => !s.Settings.Strategy.IsBehindProxy && s.Incumbent!.IsRunning).Select(s => s.Incumbent!.Name);
        yield return new ReviveStep([.. added, .. handedOver])
        {
            Purpose = "what served before",
        };
        if (own is not null)
        {
            foreach (var step in Restart(context, own))
            {
                yield return step;
            }
        }

        foreach (var step in FrontSteps.KnowBoth(context))
        {
            yield return step with { ContinueOnError = true };
        }

        if (Names(served).Except(publishing).ToList() is { Count: > 0 } beside)
        {
            yield return new CommandStep(context.Docker.Remove(context.Application.Project, beside))
            {
                Purpose = "what did not serve",
                ContinueOnError = true
            };
        }

        foreach (var step in FrontSteps.Undo(context))
        {
            yield return step;
        }
    }

    private static IEnumerable<Step> Restart(PlanningContext context, string own)
    {
        const string Purpose = "the proxy before the slots";
        var gateways = context.Layout.Gateways.Where(g => g.Service == own).ToList();

        // Compose would start it without its certificates.
        return gateways.Exists(g => g.Plan.Tls is { Certificates.Count: > 0 })
            ? ProxyStart.Steps(context, gateways, Purpose, isUndo: true)
                .Prepend(new CommandStep(context.Docker.Remove(context.Application.Project, [own])) { Purpose = Purpose, ContinueOnError = true })
            : [new CommandStep(context.Docker.Up(context.Compose, [own], Seconds)) { Purpose = Purpose, ContinueOnError = true }];
    }

    private static IEnumerable<Step> StartAndAwait(PlanningContext context, List<string> services)
    {
        if (services.Count == 0)
        {
            yield break;
        }

        yield return new CommandStep(context.Docker.Start(context.Application.Project, services)) { Purpose = "start" };
        foreach (var settings in services.Select(s => context.Application.Settings.Services[s]).Where(s => s.Strategy.IsBehindProxy))
        {
            yield return AwaitReadyStep.For(settings, context.Application.ContainerOf(settings.Name), null, "ready") with
            {
                Timeout = settings.Ready,
                Parallel = settings.Name != services[0],
            };
        }
    }

    // A front keeps connections to the proxy open. Their next answers close them, so that none breaks when the proxy ends.
    private static IEnumerable<ContainerStep> SayGoodbye(PlanningContext context, List<string> proxies)
    {
        if (context.Layout.Proxy is not ITakesConfiguration taker)
        {
            yield break;
        }

        foreach (var container in proxies)
        {
            yield return ContainerStep.Execute(container, taker.DrainClients, "clients come back with new connections") with
            {
                Parallel = container != proxies[0],
            };
        }

        yield return ContainerStep.Execute(proxies[0], ["sleep", "1"], "each has its next answer");
    }

    private static List<ServiceChange> Served(PlanningContext context) =>
        [.. context.Services.Where(s => s.Settings.Strategy.HasSlots && s.Incumbent is { Release: not null, Slot: not null })];

    private static bool Publishes(PlanningContext context, ServiceChange service) =>
        context.Application.Compose.Find(service.Name)?.Ports.Any(p => p.Published is not null) == true;

    // Replicas that stand still are what plain compose would start again.
    private static IEnumerable<ContainerObservation> Slots(PlanningContext context) =>
        context.Observation.Containers.Where(c => c.Slot is not null).Concat(context.Services.SelectMany(s => s.Replicas?.Warm ?? []))
            .Concat(context.Observation.Ending);

    // The application's own proxy goes back to its own definition; those that were added go.
    private static (string? Own, List<string> Added) Proxies(PlanningContext context)
    {
        if (context.Application.Settings.Proxy is not { } proxy)
        {
            return (null, []);
        }

        var ours = context.Observation.Containers.Where(c => c.IsProxyOf(proxy)).ToList();
        List<string> added = [.. ours.Where(c => proxy.Added || c.ComposeService != proxy.Service).Select(c => c.Name)];
        return (
            !proxy.Added && ours.Exists(c => c.ComposeService == proxy.Service) ? proxy.Service : null,
            [.. added, .. TakeOver.SuccessorsOf(context, added)]);
    }

    private static List<string> Names(IEnumerable<ServiceChange> services) => [.. services.Select(s => s.Name)];
}

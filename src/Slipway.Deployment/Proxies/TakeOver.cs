using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// The steps by which proxies are put before the slots. While containers to which no proxy leads serve, that is done only once the slots
/// are ready, so that users miss the application for no longer than a proxy needs to start.
/// </summary>
internal static class TakeOver
{
    // Whoever ends politely takes no new requests while the last stream lasts, and nobody else can have the port.
    private const int Seconds = 1;

    /// <summary>Frees the ports that strays publish, and starts or replaces the proxies.</summary>
    public static IEnumerable<Step> Steps(PlanningContext context)
    {
        if (Running(context).Where(Publishes).Select(c => c.Name).ToList() is { Count: > 0 } publishing)
        {
            yield return new CommandStep(context.Docker.Stop(publishing, Seconds)) { Purpose = "free the ports for the proxy" };
        }

        foreach (var step in Raise(context))
        {
            yield return step;
        }
    }

    /// <summary>Ends the strays that publish nothing: from then on the services' names lead to the proxies alone.</summary>
    /// <param name="isMissed">Whether users wait for what comes after it.</param>
    public static IEnumerable<Step> EndStrays(PlanningContext context, bool isMissed) =>
        Running(context).Where(c => !Publishes(c)).Select(c => c.Name).ToList() is { Count: > 0 } others
            ? [new CommandStep(context.Docker.Stop(others, isMissed ? Seconds : null)) { Purpose = "the names lead to the proxy alone" }]
            : [];

    /// <summary>
    /// Starts proxies, or makes those anew that run, and lets them serve the slots that served: what they find in their state may be older,
    /// such as that of another kind of proxy.
    /// </summary>
    public static IEnumerable<Step> Raise(PlanningContext context)
    {
        var raised = context.Environment.Raised.ToList();

        // Not left to compose, which keeps the old one under another name meanwhile, where a run that is interrupted leaves it.
        if (raised.Where(g => g.Action == GatewayAction.Replace).Select(g => g.Gateway.Container).ToList() is { Count: > 0 } replaced)
        {
            List<string> ended = [.. replaced, .. SuccessorsOf(context, replaced)];
            yield return new CommandStep(context.Docker.Stop(ended, Seconds)) { Purpose = "replace the proxy" };
            yield return new CommandStep(context.Docker.Remove(ended)) { Purpose = "replace the proxy" };
        }

        foreach (var step in ProxyStart.Steps(context, raised.Select(g => g.Gateway), "the proxy before the slots", isUndo: false))
        {
            yield return step;
        }

        foreach (var gateway in raised.Select(g => g.Gateway))
        {
            var served = context.Services
                .Where(s => s.Active is not null && gateway.Plan.Backends.Any(b => b.Service == s.Name))
                .Select(s => new SlotChoice(s.Name, s.Active!.Value))
                .ToList();
            if (served.Count > 0)
            {
                yield return ContainerStep.Execute(
                    gateway.Container, context.Layout.Proxy!.SwitchTo(gateway.Plan, served), "what served before") with
                { MaxAttempts = 3 };
            }
        }
    }

    /// <summary>The containers that serve, or have served, in the place of proxies, whose network they share.</summary>
    /// <param name="proxies">The proxies' own containers.</param>
    public static IEnumerable<string> SuccessorsOf(PlanningContext context, IEnumerable<string> proxies) =>
        context.Observation.Successors.Where(s => proxies.Contains(s.Proxy)).Select(s => s.Container.Name);

    /// <summary>Brings proxies up of which a replacement was cut short.</summary>
    public static IEnumerable<Step> RaiseAgain(PlanningContext context)
    {
        var raised = context.Environment.Raised.ToList();
        yield return new ReviveStep([.. raised.Select(g => g.Gateway.Container)]) { Purpose = "the proxy" };
        foreach (var step in ProxyStart.Steps(context, raised.Select(g => g.Gateway), "the proxy", isUndo: true))
        {
            yield return step;
        }
    }

    /// <summary>Lets strays serve again.</summary>
    public static IEnumerable<Step> Undo(PlanningContext context)
    {
        var proxy = context.Application.Settings.Proxy!;
        var added = context.Environment.Raised.Select(g => g.Gateway.Service).Where(s => proxy.Added || s != proxy.Service).ToList();
        if (added.Count > 0)
        {
            yield return new CommandStep(context.Docker.Remove(context.Compose, added)) { Purpose = "remove the proxy", ContinueOnError = true };
        }

        if (!proxy.Added && context.Environment.Raised.Any(g => g.Gateway.Service == proxy.Service))
        {
            yield return new CommandStep(context.Docker.Up(context.Application.Project, [proxy.Service]))
            {
                Purpose = "the proxy as it was",
                ContinueOnError = true,
            };
        }

        if (Running(context).Select(c => c.Name).ToList() is { Count: > 0 } strays)
        {
            yield return new ReviveStep(strays) { Purpose = "what served before" };
        }
    }

    private static IEnumerable<ContainerObservation> Running(PlanningContext context) => context.Strays.Where(c => c.IsRunning);

    private static bool Publishes(ContainerObservation container) => container.PublishedPorts.Count > 0;
}

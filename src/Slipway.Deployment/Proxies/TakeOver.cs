using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// The steps by which the proxy is put before the slots while containers of plain compose serve: only once the slots are ready,
/// so that users miss the application for no longer than the proxy needs to start.
/// </summary>
internal static class TakeOver
{
    // Whoever ends politely takes no new requests while the last stream lasts, and nobody else can have the port.
    private const int Seconds = 1;

    /// <summary>Frees the ports that plain compose's containers publish, and starts or replaces the proxy.</summary>
    public static IEnumerable<Step> Steps(PlanningContext context)
    {
        var publishing = Publishing(context);
        if (publishing.Count > 0)
        {
            yield return new CommandStep(context.Docker.Stop(publishing, Seconds)) { Purpose = "free the ports for the proxy" };
        }

        yield return StartProxy(context) with { Purpose = "the proxy before the slots" };
    }

    /// <summary>Starts the proxy, or replaces the one that runs.</summary>
    public static CommandStep StartProxy(PlanningContext context) =>
        new(context.Docker.Up(context.Compose, context.Application.Settings.Proxy!.Service, context.Environment.ReplaceProxy ? Seconds : null))
        {
            Purpose = context.Environment.ReplaceProxy ? "replace the proxy" : "proxy",
        };

    /// <summary>Lets plain compose's containers serve again.</summary>
    public static IEnumerable<Step> Undo(PlanningContext context)
    {
        var proxy = context.Application.Settings.Proxy!;
        yield return proxy.Added
            ? new CommandStep(context.Docker.Remove(context.Compose, [proxy.Service])) { Purpose = "remove the proxy", ContinueOnError = true }
            : new CommandStep(context.Docker.Up(context.Application.Project, proxy.Service)) { Purpose = "the proxy as it was", ContinueOnError = true };
        if (Publishing(context) is { Count: > 0 } publishing)
        {
            yield return new CommandStep(context.Docker.Start(publishing)) { Purpose = "give the ports back", ContinueOnError = true };
        }
    }

    private static List<string> Publishing(PlanningContext context) =>
        [.. context.UnmanagedContainers.Where(c => c is { IsRunning: true, PublishedPorts.Count: > 0 }).Select(c => c.Name)];
}

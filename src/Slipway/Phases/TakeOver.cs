using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>
/// The steps by which the proxy is put before the slots while containers of plain compose serve: only once the slots are ready,
/// so that users miss the application for no longer than the proxy needs to start.
/// </summary>
internal static class TakeOver
{
    // Whoever ends politely takes no new requests while the last stream lasts, and nobody else can have the port.
    private const string Seconds = "1";

    /// <summary>Frees the ports that plain compose's containers publish, and starts or replaces the proxy.</summary>
    public static IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var publishing = Publishing(inputs);
        if (publishing.Count > 0)
        {
            yield return new CommandStep(inputs.Docker(["stop", "-t", Seconds, .. publishing])) { Purpose = "free the ports for the proxy" };
        }

        yield return StartProxy(inputs) with { Purpose = "the proxy before the slots" };
    }

    /// <summary>Starts the proxy, or replaces the one that runs.</summary>
    public static CommandStep StartProxy(DeploymentInputs inputs)
    {
        string[] timeout = inputs.Environment.ReplaceProxy ? ["-t", Seconds] : [];
        return new CommandStep(inputs.Compose(["up", "-d", "--no-deps", .. timeout, inputs.Application.Settings.Proxy!.Service]))
        {
            Purpose = inputs.Environment.ReplaceProxy ? "replace the proxy" : "proxy",
        };
    }

    /// <summary>Lets plain compose's containers serve again.</summary>
    public static IEnumerable<Step> Undo(DeploymentInputs inputs)
    {
        var proxy = inputs.Application.Settings.Proxy!;
        yield return proxy.Added
            ? new CommandStep(inputs.Compose("rm", "--stop", "--force", proxy.Service)) { Purpose = "remove the proxy", MayFail = true }
            : new CommandStep(inputs.PlainCompose("up", "-d", "--no-deps", proxy.Service)) { Purpose = "the proxy as it was", MayFail = true };
        if (Publishing(inputs) is { Count: > 0 } publishing)
        {
            yield return new CommandStep(inputs.Docker(["start", .. publishing])) { Purpose = "give the ports back", MayFail = true };
        }
    }

    private static List<string> Publishing(DeploymentInputs inputs) =>
        [.. inputs.Plain.Where(c => c is { IsRunning: true, PublishedPorts.Count: > 0 }).Select(c => c.Name)];
}

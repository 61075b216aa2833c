using System.Net;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Proxies;

/// <summary>The proxy of the application that is being deployed.</summary>
/// <param name="Connection">The way to it.</param>
/// <param name="Engine">Runs commands in it.</param>
/// <param name="Proxy">How this kind of proxy is driven.</param>
/// <param name="Plan">Its configuration.</param>
/// <param name="Address">Its address on the slots network.</param>
internal sealed record ProxyAccess(EngineConnection Connection, EngineClient Engine, IProxy Proxy, ProxyPlan Plan, IPAddress Address)
{
    /// <summary>Opens a connection to one of the proxy's ports.</summary>
    public ValueTask<Stream> ConnectAsync(int port, CancellationToken cancellation) => Connection.ConnectToContainerAsync(Address, port, cancellation);

    /// <summary>Asks which slots serve.</summary>
    public SlotReader SlotsOf(string container) => new(Proxy, WaysTo(container));

    /// <summary>The ways to it.</summary>
    public ProxyWays WaysTo(string container) => new(ConnectAsync, async (command, cancellation) =>
        await Engine.ExecuteAsync(container, command, cancellation) is { ExitCode: 0 } outcome ? outcome.Output : null);

    /// <summary>Asks how long ago the proxy switched; null where it can't tell.</summary>
    public async Task<TimeSpan?> SinceSwitchAsync(string container, CancellationToken cancellation) =>
        Proxy is ITellsSwitchAge teller ? teller.ParseSwitchAge(await ExecuteAsync(container, teller.ReadSwitchAge, cancellation)) : null;

    /// <summary>Runs a command in the proxy's container and returns what it printed.</summary>
    public async Task<string> ExecuteAsync(string container, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var outcome = await Engine.ExecuteAsync(container, command, cancellation);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new SlipwayException(
                ExitCode.Failed, $"{container} does not answer: {string.Join("; ", outcome.LastErrors)}", $"look at: docker logs {container}");
    }
}

using Slipway.Engine;

namespace Slipway.Execution;

/// <summary>Learns from the engine's events when a container ends or its health changes.</summary>
/// <param name="engine">The engine.</param>
internal sealed class ContainerWatch(EngineClient engine)
{
    /// <summary>Looks at a container at once and again at every event of it, until what is looked for is seen.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="seen">Whether this is the state that is waited for.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <returns>The state.</returns>
    public async Task<ContainerState> UntilAsync(string container, Func<ContainerState, bool> seen, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($$"""{"type":["container"],"container":["{{container}}"],"event":["create","start","die","health_status","destroy"]}""");

        // The stream is open before the first look, so that nothing can happen unseen in between.
        using var events = await engine.OpenAsync($"events?filters={filter}", cancellation);
        while (true)
        {
            var state = await ContainerState.ReadAsync(engine, container, cancellation);
            if (seen(state))
            {
                return state;
            }

            if (await events.ReadLineAsync(cancellation) is null)
            {
                throw new IOException($"the engine ended its stream of events while {container} was awaited");
            }
        }
    }
}

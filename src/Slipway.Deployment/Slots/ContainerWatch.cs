using System.Globalization;
using System.Text.Json;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Slots;

/// <summary>Learns from the engine's events when a container ends or its health changes.</summary>
internal sealed class ContainerWatch(EngineClient engine)
{
    /// <summary>Looks at a container at once and again at every event of it, until what is looked for is seen.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="seen">Whether this is the state that is waited for.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <returns>The state.</returns>
    public async Task<ContainerState> UntilAsync(string container, Func<ContainerState, bool> seen, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString(
            $$"""{"type":["container"],"container":["{{container}}"],"event":["create","start","die","health_status","destroy"]}""");

        // The stream is open before the first look, so that nothing can happen unseen in between.
        using var events = await engine.OpenAsync($"events?filters={filter}", cancellation);
        int? exitCode = null;
        while (true)
        {
            var state = await ContainerState.ReadAsync(engine, container, cancellation);
            if (seen(state))
            {
                // While it runs again the engine reports 0, but what it died of is the answer.
                return state.State is "exited" or "dead" ? state : state with { ExitCode = exitCode ?? state.ExitCode };
            }

            var line = await events.ReadLineAsync(cancellation)
                ?? throw new IOException($"the engine ended its stream of events while {container} was awaited");
            exitCode = ExitCodeIn(line) ?? exitCode;
        }
    }

    private static int? ExitCodeIn(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("Actor", out var actor)
            && actor.TryGetProperty("Attributes", out var attributes)
            && attributes.TryGetProperty("exitCode", out var code)
            && int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}

using System.Text.Json;
using Slipway.Engine;

namespace Slipway.Execution;

/// <summary>How a container is right now.</summary>
/// <param name="State">The engine's word, such as <c>running</c>.</param>
/// <param name="Health">The health check's word; null without a check.</param>
/// <param name="ExitCode">The exit code of its last end.</param>
/// <param name="Restarts">How often the engine has restarted it.</param>
/// <param name="WillRestart">Whether the engine restarts it when it ends.</param>
internal sealed record ContainerState(string State, string? Health, int ExitCode, int Restarts, bool WillRestart)
{
    /// <summary>Deaths that are put up with while a container starts, since some wait for a database by dying.</summary>
    private const int ToleratedRestarts = 2;

    /// <summary>Whether there is no hope that it gets ready.</summary>
    public bool IsLost => State is "exited" or "dead" or "missing" || Restarts > ToleratedRestarts;

    public static async Task<ContainerState> ReadAsync(EngineClient engine, string container, CancellationToken cancellation)
    {
        using var json = await engine.GetAsync($"containers/{Uri.EscapeDataString(container)}/json", cancellation);
        if (json is null)
        {
            return new ContainerState("missing", null, 0, 0, false);
        }

        var state = json.RootElement.GetProperty("State");
        return new ContainerState(
            state.GetProperty("Status").GetString()!,
            state.TryGetProperty("Health", out var health) && health.ValueKind == JsonValueKind.Object ? health.GetProperty("Status").GetString() : null,
            state.GetProperty("ExitCode").GetInt32(),
            json.RootElement.GetProperty("RestartCount").GetInt32(),
            json.RootElement.GetProperty("HostConfig").GetProperty("RestartPolicy").GetProperty("Name").GetString() is not ("" or "no" or null));
    }
}

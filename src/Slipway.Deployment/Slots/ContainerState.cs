using System.Net;
using System.Text.Json;
using Slipway.Deployment.Execution;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Slots;

/// <summary>How a container is right now.</summary>
/// <param name="State">The engine's word, such as <c>running</c>.</param>
/// <param name="Health">The health check's word; null without a check.</param>
/// <param name="ExitCode">The exit code of its last end.</param>
/// <param name="Restarts">How often the engine has restarted it.</param>
/// <param name="StartedAt">When it was last started, by the engine's clock; null when it never was.</param>
/// <param name="Probe">The command of its health check as the engine runs it; empty without a check.</param>
internal sealed record ContainerState(string State, string? Health, int ExitCode, int Restarts, DateTimeOffset? StartedAt, IReadOnlyList<string> Probe)
{
    /// <summary>Deaths that are put up with while a container starts, since some wait for a database by dying.</summary>
    private const int ToleratedRestarts = 2;

    /// <summary>Whether there is no hope that it gets ready.</summary>
    public bool IsLost => State is "exited" or "dead" or "missing" || Restarts > ToleratedRestarts;

    /// <summary>Whether the engine ended it because its memory ran out.</summary>
    public bool WasOutOfMemory { get; init; }

    /// <summary>How it ended, for people.</summary>
    public string End => ExitCodeWords.Of(ExitCode, WasOutOfMemory);

    public static async Task<ContainerState> ReadAsync(EngineClient engine, string container, CancellationToken cancellation)
    {
        using var json = await engine.GetAsync($"containers/{Uri.EscapeDataString(container)}/json", cancellation);
        if (json is null)
        {
            return new ContainerState("missing", null, 0, 0, null, []);
        }

        var state = json.RootElement.GetProperty("State");
        return new ContainerState(
            state.GetProperty("Status").GetString()!,
            state.TryGetProperty("Health", out var health) && health.ValueKind == JsonValueKind.Object ? health.GetProperty("Status").GetString() : null,
            state.GetProperty("ExitCode").GetInt32(),
            json.RootElement.GetProperty("RestartCount").GetInt32(),
            state.TryGetProperty("StartedAt", out var started) && started.TryGetDateTimeOffset(out var time) ? time : null,
            ProbeOf(json.RootElement.GetProperty("Config")))
        {
            WasOutOfMemory = state.TryGetProperty("OOMKilled", out var killed) && killed.ValueKind == JsonValueKind.True,
        };
    }

    /// <summary>The address of a running container on any of its networks; null when it has none.</summary>
    public static async Task<IPAddress?> AddressAsync(EngineClient engine, string container, CancellationToken cancellation)
    {
        using var json = await engine.GetAsync($"containers/{Uri.EscapeDataString(container)}/json", cancellation);
        return json?.RootElement.GetProperty("NetworkSettings").GetProperty("Networks").EnumerateObject()
            .Select(n => IPAddress.TryParse(n.Value.GetProperty("IPAddress").GetString(), out var address) ? address : null)
            .FirstOrDefault(a => a is not null);
    }

    private static IReadOnlyList<string> ProbeOf(JsonElement config)
    {
        if (!config.TryGetProperty("Healthcheck", out var check)
            || check.ValueKind != JsonValueKind.Object
            || !check.TryGetProperty("Test", out var test)
            || test.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var words = test.EnumerateArray().Select(w => w.GetString()!).ToList();
        return words switch
        {
            ["CMD", .. var command] => command,
            ["CMD-SHELL", var script] => ["/bin/sh", "-c", script],
            _ => [],
        };
    }
}

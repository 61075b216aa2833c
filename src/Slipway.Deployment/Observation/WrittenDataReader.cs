using System.Text.Json;
using Slipway.Compose.Surroundings;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Observation;

/// <summary>Finds the data in containers that a release replaces: in no volume, and gone with the container.</summary>
/// <param name="engine">The engine's API.</param>
internal sealed class WrittenDataReader(EngineClient engine)
{
    // Of a folder of uploads the first ones are enough.
    private const int MostAsked = 20;

    private const int Deleted = 2;

    /// <summary>Looks into the containers of services that a release replaces, side by side.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="containers">The application's containers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The same containers, those with data with its paths.</returns>
    public Task<ContainerObservation[]> LookAsync(
        ApplicationSettings settings, IReadOnlyList<ContainerObservation> containers, CancellationToken cancellation) =>
        Task.WhenAll(containers.Select(async container =>
            settings.Services.GetValueOrDefault(container.Service ?? container.ComposeService)?.Strategy is { HoldsData: false, RunsOnce: false }
                ? container with { WrittenData = await ReadAsync(container.Id, cancellation) }
                : container));

    private async Task<IReadOnlyList<string>> ReadAsync(string container, CancellationToken cancellation)
    {
        using var changes = await engine.GetAsync($"containers/{container}/changes", cancellation);
        if (changes?.RootElement.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var data = changes.RootElement.EnumerateArray()
            .Where(c => c.GetProperty("Kind").GetInt32() != Deleted)
            .Select(c => c.GetProperty("Path").GetString()!)
            .Where(WrittenFiles.LookLikeData)
            .Take(MostAsked);
        var lengths = await Task.WhenAll(data.Select(async p => (Path: p, Length: await engine.FileLengthAsync(container, p, cancellation))));
        return [.. lengths.Where(f => f.Length > 0).Select(f => f.Path)];
    }
}

using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Observation;

/// <summary>An observation of which the engine's part is there, and to which the rest is added as it comes.</summary>
/// <param name="seen">What the engine and the proxy said.</param>
/// <param name="connections">What the proxies have under way, which they are still being asked.</param>
internal sealed class ObservationBuilder(ObservedState seen, Task<IReadOnlyDictionary<string, string>> connections)
{
    /// <summary>The application's containers.</summary>
    public IReadOnlyList<ContainerObservation> Containers => seen.Containers;

    /// <summary>Whether all slots, serving and warm, expect the same schema.</summary>
    public bool ExpectsOneSchema =>
        seen.Containers.Where(c => c.Slot is not null).Select(c => c.Labels.GetValueOrDefault(Engine.Labels.Schema)).Distinct().Count() == 1;

    /// <summary>Adds what the application's files say.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The builder with what is known now.</returns>
    public async Task<ObservationBuilder> WithFilesAsync(
        Application application, Databases.Migrations.MigrationReading? migrations, CancellationToken cancellation)
    {
        var overlay = File.Exists(application.OverlayPath) ? await File.ReadAllTextAsync(application.OverlayPath, cancellation) : null;
        return new(seen with { Migrations = migrations, Sources = SourcesOf(application), Overlay = overlay }, connections);
    }

    /// <summary>Completes the observation.</summary>
    /// <param name="schema">The database's answer.</param>
    /// <param name="hashes">Compose's hashes of its services.</param>
    /// <param name="meanwhile">What can be done with what is known so far, while the database is being asked.</param>
    /// <returns>The observation.</returns>
    public async Task<ObservedState> CompleteAsync(
        Task<SchemaObservation> schema, Task<IReadOnlyDictionary<string, string>> hashes, Action<ObservedState> meanwhile)
    {
        if (!schema.IsCompleted)
        {
            meanwhile(seen);
        }

        return seen with { Schema = await schema, ComposeHashes = await hashes, Connections = await connections };
    }

    private static Dictionary<string, string> SourcesOf(Application application)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in application.Compose.Services)
        {
            if (service.Build is { } build && BuildContextHash.Of(build, application.Settings.Folder) is { } hash)
            {
                sources[service.Name] = hash;
            }
        }

        return sources;
    }
}

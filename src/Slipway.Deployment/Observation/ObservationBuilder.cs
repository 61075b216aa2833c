using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation.Certificates;
using Slipway.Engine;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Observation;

/// <summary>An observation of which the engine's part is there, and to which the rest is added as it comes.</summary>
/// <param name="seen">What the engine and the proxy said.</param>
/// <param name="connections">What the proxies have under way, which they are still being asked.</param>
internal sealed class ObservationBuilder(ObservedState seen, Task<IReadOnlyDictionary<string, string>> connections)
{
    /// <summary>The application's containers.</summary>
    public IReadOnlyList<ContainerObservation> Containers => seen.Containers;

    /// <summary>What the engine and the proxy said.</summary>
    public ObservedState Seen => seen;

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
        var certificates = CertificateReader.Read(application);
        var root = application.Settings.Proxy?.Tls?.Automatic?.AuthorityRoot is { } file
            ? await File.ReadAllTextAsync(Path.Combine(application.Settings.Folder, file), cancellation)
            : null;
        var leading = application.Settings.Proxy?.Traefik is { } traefik ? Path.GetFullPath(traefik.File, application.Settings.Folder) : null;
        var files = new ContextFiles();
        using var span = Spans.Begin("read the build contexts");
        return new(
            seen with
            {
                TraefikFile = File.Exists(leading) ? await File.ReadAllTextAsync(leading, cancellation) : null,
                Migrations = migrations,
                Sources = SourcesOf(application, files),
                MigratingStarts = StartReader.Read(application, files),
                Overlay = overlay,
                Certificates = certificates,
                AuthorityRoot = root?.ReplaceLineEndings("\n"),
            },
            connections);
    }

    /// <summary>Lets only certificates pass that slipway.yaml names rightly.</summary>
    /// <exception cref="SlipwayException">Some are not there, or a host has none: all mistakes in one message.</exception>
    public void DemandCertificates(Application application)
    {
        var missing = seen.Certificates.Select(c => c.Problem).OfType<CertificateProblem>().Where(p => p.IsMissing)
            .Select(m => new ConfigurationProblem(m.Place, m.Message, m.Remedy))
            .Concat(CertificateCoverage.Uncovered(application, seen.Certificates))
            .ToList();
        if (missing.Count > 0)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, string.Join(Environment.NewLine, missing));
        }
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

    private static Dictionary<string, string> SourcesOf(Application application, ContextFiles files)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in application.Compose.Services)
        {
            Add(service.Name, []);
        }

        return sources;

        // One build may begin with the image of another one.
        string? Add(string name, HashSet<string> under)
        {
            if (!sources.ContainsKey(name) && under.Add(name) && application.Compose.Find(name)?.Build is { } build
                && BuildContextHash.Of(build, application.Settings.Folder, files, o => Add(o, under)) is { } hash)
            {
                sources[name] = hash;
            }

            return sources.GetValueOrDefault(name);
        }
    }
}

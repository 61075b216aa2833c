using Slipway.Databases.Migrations;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Database;
using Slipway.Deployment.Observation;
using Slipway.Engine.Addresses;

namespace Slipway.Deployment.Migrations;

/// <summary>Finds the application's database and asks it which schema revisions it is at.</summary>
/// <param name="connection">The way to its container.</param>
internal sealed class SchemaReader(EngineConnection connection)
{
    /// <summary>Reads the migrations in the application's sources.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <returns>What they say; null when there are none.</returns>
    public static MigrationReading? Migrations(ApplicationSettings settings) =>
        settings.Migrations is { } migrations
            ? migrations.Tool.Read(Directory.EnumerateFiles(Path.Combine(settings.Folder, migrations.Folder), migrations.Tool.FilePattern)
                .Select(f => new MigrationFile(Path.GetRelativePath(settings.Folder, f), File.ReadAllText(f))))
            : null;

    /// <summary>Asks.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The revisions, or why they are not known.</returns>
    public async Task<SchemaObservation> ReadAsync(Application application, IReadOnlyList<ContainerObservation> containers, CancellationToken cancellation)
    {
        if (application.Settings.Migrations is not { } migrations)
        {
            return new SchemaObservation([]);
        }

        var comesLater = RunningDatabase.ComesLater(application, containers);
        if (await RunningDatabase.AddressAsync(application, containers, connection, cancellation) is not { } address)
        {
            return new SchemaObservation(null, RunningDatabase.WhyNot(application, containers)) { ComesLater = comesLater };
        }

        var reading = await migrations.Tool.ReadAppliedAsync(address, cancellation);
        return reading.Problem is { } problem
            ? new SchemaObservation(null, problem.ToString()) { ComesLater = comesLater }
            : new SchemaObservation(reading.Applied);
    }
}

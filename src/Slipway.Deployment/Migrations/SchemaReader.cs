using Slipway.Databases.Connecting;
using Slipway.Databases.Migrations;
using Slipway.Deployment.Configuration;
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

        if (await AddressAsync(application, containers, cancellation) is not { } address)
        {
            return new SchemaObservation(null, "the database does not run yet");
        }

        var reading = await migrations.Tool.ReadAppliedAsync(address, cancellation);
        return reading.Problem is { } problem ? new SchemaObservation(null, problem.Message) : new SchemaObservation(reading.Applied);
    }

    /// <summary>Finds the way to the database.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Where it is and who enters; null when it does not run.</returns>
    public async Task<DatabaseAddress?> AddressAsync(Application application, IReadOnlyList<ContainerObservation> containers, CancellationToken cancellation)
    {
        var settings = application.Settings.Database!;
        if (containers.FirstOrDefault(c => c.ComposeService == settings.Service && c.IsRunning)?.Addresses.Values.FirstOrDefault() is not { } address)
        {
            return null;
        }

        var login = DatabaseLogin.Of(application, settings);
        return new DatabaseAddress
        {
            Host = await connection.DriverHostAsync(address, settings.Port, DatabaseAddress.SocketFile(string.Empty, settings.Port), cancellation),
            Port = settings.Port,
            User = login.User,
            Database = login.Database,
            Password = login.Password is { } password ? new DatabasePassword(password) : null,
        };
    }
}

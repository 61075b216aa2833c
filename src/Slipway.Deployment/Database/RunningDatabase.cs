using Slipway.Databases.Connecting;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine.Addresses;

namespace Slipway.Deployment.Database;

/// <summary>The way to the application's database, as far as it runs.</summary>
internal static class RunningDatabase
{
    /// <summary>Whether the database is not there yet, or is about to answer: it can be asked once this run has started it.</summary>
    public static bool ComesLater(Application application, IReadOnlyList<ContainerObservation> containers) =>
        ContainerOf(application, containers) is not { IsRunning: true, IsStarting: false };

    /// <summary>Finds the way to it.</summary>
    /// <param name="containers">The application's containers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Where it is and who enters; null when it does not run, or has no address of its own.</returns>
    public static async Task<DatabaseAddress?> AddressAsync(
        Application application, IReadOnlyList<ContainerObservation> containers, EngineConnection connection, CancellationToken cancellation)
    {
        var settings = application.Settings.Database!;
        if (ContainerOf(application, containers) is not { IsRunning: true } container || container.Addresses.Values.FirstOrDefault() is not { } address)
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

    /// <summary>Says why there is no way to it.</summary>
    /// <param name="containers">The application's containers.</param>
    public static string WhyNot(Application application, IReadOnlyList<ContainerObservation> containers) =>
        ContainerOf(application, containers) switch
        {
            null => "the database does not run yet",
            { IsRunning: false } container => $"{container.Name} is {container.State}",
            var container => $"{container.Name} has no address on any network of the engine",
        };

    // Of several, one that runs.
    private static ContainerObservation? ContainerOf(Application application, IReadOnlyList<ContainerObservation> containers) =>
        containers.Where(c => c.ComposeService == application.Settings.Database!.Service).OrderByDescending(c => c.IsRunning).FirstOrDefault();
}

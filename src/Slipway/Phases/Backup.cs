using Cake.Frosting;
using Slipway.Configuration;
using Slipway.Databases.Backups;
using Slipway.Observability.State;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Dumps the database before its schema changes.</summary>
[TaskName(nameof(Backup))]
[TaskDescription("Dumps the database before a migration.")]
[IsDependentOn(typeof(Lock))]
public sealed class Backup : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        if (inputs.Application.Settings.Database is not { } database || !IsWanted(inputs, database) || !IsRunning(inputs, database))
        {
            yield break;
        }

        var login = DatabaseLogin.Of(inputs.Application, database);
        var dump = inputs.Docker(["exec", inputs.Application.ContainerOf(database.Service), .. PgDump.Command(login.User, login.Database)]);
        yield return new BackupStep(dump, inputs.Application.Name, inputs.Application.State.PathOf(StateFolder.Backups), database.KeepBackups)
        {
            Purpose = "dump before the migration",
            Timeout = TimeSpan.FromHours(2),
        };
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count > 0 ? string.Empty : inputs.Application.Settings.Database is { } database && IsWanted(inputs, database) ? "there is no database yet" : "no migration is pending";

    private static bool IsWanted(DeploymentInputs inputs, DatabaseSettings database) => database.Backup switch
    {
        BackupPolicy.Always => true,
        BackupPolicy.Never => false,
        _ => inputs.Schema.IsNeeded && !inputs.Request.Kept,
    };

    private static bool IsRunning(DeploymentInputs inputs, DatabaseSettings database) =>
        inputs.Observation.Of(database.Service).Any(c => c.IsRunning);
}

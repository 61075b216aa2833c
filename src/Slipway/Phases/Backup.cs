using Cake.Frosting;
using Slipway.Deployment.Backups;

namespace Slipway.Phases;

/// <summary>Dumps the database before its schema changes.</summary>
[TaskName(nameof(Backup))]
[TaskDescription("Dumps the database before a migration.")]
[IsDependentOn(typeof(Lock))]
public sealed class Backup() : Phase(new BackupSteps());

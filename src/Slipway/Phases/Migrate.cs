using Cake.Frosting;
using Slipway.Deployment.Migrations;

namespace Slipway.Phases;

/// <summary>Runs the migration job, before any code that expects the new schema starts.</summary>
[TaskName(nameof(Migrate))]
[TaskDescription("Migrates the schema, under the database's lock.")]
[IsDependentOn(typeof(PullOrBuild))]
[IsDependentOn(typeof(Backup))]
[IsDependentOn(typeof(PrepareEnvironment))]
public sealed class Migrate() : Phase(new MigrateSteps());

using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Migrations;

/// <summary>Runs the migration job while holding the database's migration lock.</summary>
/// <param name="Job">The command of the job.</param>
/// <param name="DatabaseContainer">The database's container.</param>
public sealed record MigrateStep(CommandLine Job, string DatabaseContainer) : Step
{
    /// <inheritdoc/>
    public override string Command => Job.ToString();
}

using Slipway.Deployment.Backups;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Deployment.Strategies;
using Slipway.Deployment.Targets;
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

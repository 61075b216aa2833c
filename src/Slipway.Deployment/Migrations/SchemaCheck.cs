using Slipway.Databases.Connecting;
using Slipway.Deployment.Database;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Migrations;

/// <summary>
/// Looks at the schema once more right before it is changed: the database may have been started by this run, and another may have
/// migrated it since the plan was made.
/// </summary>
/// <param name="context">What the deployment was planned from.</param>
internal sealed class SchemaCheck(PlanningContext context, AnsweringDatabase database)
{
    /// <summary>Asks which migrations are pending, and lets only those pass that may be applied.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The database's address, and what is pending.</returns>
    /// <exception cref="SlipwayException">It can't be known, or must not be applied (<see cref="ExitCode.Refused"/>).</exception>
    public async Task<(DatabaseAddress Address, SchemaChange Change)> DemandAsync(CancellationToken cancellation)
    {
        var tool = context.Application.Settings.Migrations!.Tool;
        var (address, applied) = await database.AskAsync(
            async (a, c) => await tool.ReadAppliedAsync(a, c) is var reading ? (reading.Applied, reading.Problem) : default,
            "which migrations are pending",
            cancellation);
        var seen = context with { Observation = context.Observation with { Schema = new SchemaObservation([.. applied]) } };
        var change = SchemaFinder.Find(seen.Application, seen.Observation, seen.Request);
        var refusals = new MigrationsAreSafe().Check(seen with { Schema = change }).ToList();
        return refusals.Count == 0
            ? (address, change)
            : throw new SlipwayException(
                ExitCode.Refused,
                $"the schema is not changed, and nothing was switched:{string.Concat(refusals.Select(r => r.ToString()))}");
    }
}

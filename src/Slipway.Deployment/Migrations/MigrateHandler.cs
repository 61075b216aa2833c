using Slipway.Databases.Locks;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Observation;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Migrations;

/// <summary>Runs the migration job while this process holds the database's advisory lock.</summary>
/// <param name="connection">The way to its database.</param>
/// <param name="commands">Runs docker.</param>
/// <param name="time">The clock.</param>
internal sealed class MigrateHandler(
    Application application, EngineConnection connection, EngineClient engine, ICommandRunner commands, TimeProvider time) : StepHandler<MigrateStep>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(MigrateStep step, StepOutput output, CancellationToken cancellation)
    {
        // On a first deployment the database was started by this run, so its address is looked up only now.
        using var json = await engine.GetAsync("containers/json?all=1", cancellation);
        var containers = EngineReader.Containers(json!.RootElement, application.Name);
        var address = await new SchemaReader(connection).AddressAsync(application, containers, cancellation)
            ?? throw StepFailure.Of(step, $"{step.DatabaseContainer} does not run");
        var result = await MigrationLock.AcquireAsync(
            address,
            application.Name,
            $"slipway {Environment.UserName}@{Environment.MachineName}",
            Patience,
            time,
            h => output.Note($"waiting for the migration lock, held by {h}"),
            cancellation);
        if (result.Lock is null)
        {
            throw StepFailure.Of(step, result.Problem!.Message, remedy: result.Problem.Remedy);
        }

        await using (result.Lock)
        {
            var outcome = await commands.RunAsync(step.Job, output.Note, cancellation);
            if (outcome.ExitCode != 0)
            {
                throw StepFailure.Of(
                    step,
                    $"the migration failed with exit code {outcome.ExitCode}",
                    remedy: "the old release still serves; mend the migration and deploy again");
            }
        }
    }
}

using Slipway.Databases.Connecting;
using Slipway.Databases.Locks;
using Slipway.Deployment.Execution;
using Slipway.Engine;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Migrations;

/// <summary>Runs the migration job while this process holds the database's advisory lock, and leaves none behind that is still at work.</summary>
/// <param name="application">The application's name.</param>
/// <param name="check">Asks once more what is pending.</param>
/// <param name="jobs">The containers of jobs.</param>
/// <param name="owner">The lease and the run that a job belongs to.</param>
/// <param name="commands">Runs docker.</param>
/// <param name="time">The clock.</param>
internal sealed class MigrateHandler(
    string application, SchemaCheck check, MigrationJobs jobs, Func<(string Lease, string Run)> owner, ICommandRunner commands, TimeProvider time)
    : StepHandler<MigrateStep>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(MigrateStep step, StepOutput output, CancellationToken cancellation)
    {
        var (address, _) = await check.DemandAsync(cancellation);
        var result = await MigrationLock.AcquireAsync(
            address,
            application,
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
            // Whoever had the lock before may have migrated.
            var (_, change) = await check.DemandAsync(cancellation);
            if (!change.IsNeeded)
            {
                output.Note(change.Reason);
                return;
            }

            await RunAsync(step, address, output, cancellation);
        }
    }

    private async Task RunAsync(MigrateStep step, DatabaseAddress address, StepOutput output, CancellationToken cancellation)
    {
        var (lease, run) = owner();
        using var stop = new CancellationTokenSource();
        var running = commands.RunAsync(Labelled(step.Job, lease, run), output.Note, stop.Token);
        try
        {
            // The container is ended first: the program that waits for it then ends by itself.
            var outcome = await running.WaitAsync(cancellation);
            if (outcome.ExitCode != 0)
            {
                throw StepFailure.Of(step, $"the migration failed with {ExitCodeWords.Of(outcome.ExitCode)}", remedy: "mend the migration and deploy again");
            }
        }
        catch (OperationCanceledException)
        {
            await EndAsync(lease, address, output);
            await stop.CancelAsync();
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
            throw;
        }
        finally
        {
            // One that could not be told to end, or that was created in between.
            await jobs.EndAsync(lease, output);
        }
    }

    private async Task EndAsync(string lease, DatabaseAddress address, StepOutput output)
    {
        if (await jobs.EndAsync(lease, output) is not { Count: > 0 } clients)
        {
            return;
        }

        using var patience = new CancellationTokenSource(LastWords, time);
        try
        {
            var problem = await ClientSessions.EndAsync(address, clients, time, patience.Token);
            output.Note(problem is null
                ? "the migration job has ended, and the database has rolled back what it had not committed"
                : $"the migration job has ended; whether the database still does what it was asked to is not known: {problem}");
        }
        catch (OperationCanceledException)
        {
            output.Note($"the migration job has ended, but the database still does what it was asked to after {LastWords.TotalSeconds:0} s");
        }
    }

    // By which whoever comes next finds what is left of it.
    private static CommandLine Labelled(CommandLine job, string lease, string run)
    {
        var at = job.Arguments.ToList().LastIndexOf("--rm") + 1;
        string[] labels = ["--label", $"{Labels.JobLease}={lease}", "--label", $"{Labels.JobRun}={run}"];
        return job with { Arguments = [.. job.Arguments.Take(at), .. labels, .. job.Arguments.Skip(at)] };
    }
}

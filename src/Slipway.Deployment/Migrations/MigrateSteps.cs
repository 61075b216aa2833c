using Slipway.Compose.Slots;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Jobs;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Migrations;

/// <summary>Runs the migration job and the application's own jobs, before any code that expects the new schema starts.</summary>
public sealed class MigrateSteps : PhaseSteps
{
    private const int Attempts = 5;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        var (migrations, database) = (context.Application.Settings.Migrations, context.Application.Settings.Database);
        var isNeeded = migrations is not null && context.Schema.IsNeeded && !context.Request.Kept;
        if (isNeeded && context.Schema.Pending is null)
        {
            yield return new CheckSchemaStep(context.Application.ContainerOf(database!.Service)) { Purpose = "now that the database runs" };
        }

        foreach (var dump in DatabaseBackup.OnceStarted(context))
        {
            yield return dump;
        }

        if (isNeeded)
        {
            yield return new MigrateStep(context.Compose.RunJob(MigrationJob.ServiceName), context.Application.ContainerOf(database!.Service))
            {
                Purpose = context.Schema.Reason,
                Timeout = migrations!.Timeout,
            };
        }

        foreach (var job in context.DueJobs)
        {
            yield return new CommandStep(context.Docker.Create(context.Compose, [job.Name], force: true)) { Purpose = job.Reason };
            yield return new RunJobStep(job.Container, job.Name)
            {
                Purpose = job.Reason,
                Timeout = context.Application.Settings.Services.GetValueOrDefault(job.Name)?.Ready ?? Usual,
                MaxAttempts = context.Application.Compose.Find(job.Name)!.TriesAgain ? Attempts : 1,
            };
        }
    }

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps)
    {
        var jobs = context.Jobs.Select(j => $"{j.Name}: {j.Reason}").ToList();
        return string.Join("; ", context.Application.Settings.Migrations is null && jobs.Count > 0 ? jobs : jobs.Prepend(context.Schema.Reason));
    }
}

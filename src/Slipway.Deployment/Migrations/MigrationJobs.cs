using System.Globalization;
using System.Net;
using System.Text.Json;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Execution;
using Slipway.Engine;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Migrations;

/// <summary>
/// The containers of migration jobs and of the application's own. One goes on in the engine although the deployer that started it has ended, so
/// whoever comes next, or is interrupted, sees to it that it ends: two never run side by side. A migration job says whose it is by labels. A job
/// of the application's own has one container under one name, which only whoever holds the lock starts: one that is at work when the lock is
/// taken is somebody's who has ended, or plain compose's.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class MigrationJobs(Application application, EngineClient engine, TimeProvider time)
{
    private const int UsualGrace = 10;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <summary>Waits until the jobs that others have left have ended, and ends those that have had their time.</summary>
    /// <param name="output">Told what is waited for.</param>
    /// <param name="cancellation">Gives up; the jobs go on then.</param>
    /// <returns>Whether any was still at work.</returns>
    public async Task<bool> AwaitLeftoversAsync(StepOutput output, CancellationToken cancellation)
    {
        List<MigrationJobState> jobs = [.. await ListAsync(cancellation), .. await ListOwnAsync(cancellation)];
        foreach (var job in jobs)
        {
            if (job.IsAlive)
            {
                await AwaitAsync(job, output, cancellation);
            }

            await RemoveAsync(job);
        }

        return jobs.Any(j => j.IsAlive);
    }

    /// <summary>Ends the jobs of a lease, each within its own time to stop.</summary>
    /// <param name="output">Told what is ended.</param>
    /// <returns>The addresses that those had which were at work.</returns>
    public async Task<IReadOnlyList<IPAddress>> EndAsync(string lease, StepOutput output)
    {
        var jobs = (await ListAsync(CancellationToken.None)).Where(j => j.Lease == lease).ToList();
        await Task.WhenAll(jobs.Select(j => EndAsync(j, output)));
        return [.. jobs.Where(j => j.IsAlive).SelectMany(j => j.Addresses)];
    }

    private async Task AwaitAsync(MigrationJobState job, StepOutput output, CancellationToken cancellation)
    {
        var longest = job.Service is { } own ? application.Settings.Services.GetValueOrDefault(own)?.Ready : application.Settings.Migrations?.Timeout;
        var left = await BeganAsync(job, cancellation) + (longest ?? Usual) - engine.Now;
        if (left > TimeSpan.Zero)
        {
            output.Note(string.Create(
                CultureInfo.InvariantCulture, $"waiting at most {left.TotalSeconds:0} s for {job.Name}, {Leftover(job)}"));
            using var limit = new CancellationTokenSource(left, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            try
            {
                await engine.WaitAsync(job.Id, either.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // It has had its time.
            }
            catch (SlipwayException failure) when (failure.Code == ExitCode.Failed)
            {
                // It was removed while it was waited for.
                return;
            }
        }

        await EndAsync(job, output);
    }

    private async Task EndAsync(MigrationJobState job, StepOutput output)
    {
        if (job.IsAlive)
        {
            var grace = await GraceAsync(job);
            output.Note($"ending {(job.Service is null ? "the migration job" : "the job")} {job.Name}, which gets {grace} s for that");
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(grace + UsualGrace), time);
            try
            {
                await engine.ActAsync(job.Id, "stop", limit.Token);
            }
            catch (Exception failure) when (failure is SlipwayException or OperationCanceledException)
            {
                // It is removed by force.
            }
        }

        await RemoveAsync(job);
    }

    // The container of a job of the application's own stays, and tells how it ended.
    private async Task RemoveAsync(MigrationJobState job)
    {
        if (job.Service is not null)
        {
            return;
        }

        try
        {
            await engine.DeleteAsync($"containers/{job.Id}?force=true&v=true", CancellationToken.None);
        }
        catch (SlipwayException failure) when (failure.Code == ExitCode.Failed)
        {
            // Compose, or the engine itself, is about to remove it.
        }
    }

    private async Task<int> GraceAsync(MigrationJobState job)
    {
        using var json = await engine.GetAsync($"containers/{job.Id}/json", CancellationToken.None);
        return json is not null && json.RootElement.GetProperty("Config").TryGetProperty("StopTimeout", out var seconds)
            && seconds.ValueKind == JsonValueKind.Number ? seconds.GetInt32() : UsualGrace;
    }

    private async Task<DateTimeOffset> BeganAsync(MigrationJobState job, CancellationToken cancellation)
    {
        if (job.Service is null)
        {
            return job.Created;
        }

        // Plain compose starts a container again that it made long ago.
        using var json = await engine.GetAsync($"containers/{job.Id}/json", cancellation);
        return json is not null && json.RootElement.GetProperty("State").GetProperty("StartedAt").TryGetDateTimeOffset(out var began) ? began : job.Created;
    }

    private static string Leftover(MigrationJobState job) =>
        job.Service is { } service ? $"the job {service}, which nobody waits for any more" : "the migration of a deployment that did not end";

    private async Task<IEnumerable<MigrationJobState>> ListOwnAsync(CancellationToken cancellation)
    {
        var own = application.Jobs.ToHashSet(StringComparer.Ordinal);
        if (own.Count == 0)
        {
            return [];
        }

        var filter = Uri.EscapeDataString(
            $$"""{"label":["com.docker.compose.project={{application.Name}}","com.docker.compose.oneoff=False"],"status":["running","restarting","paused"]}""");
        using var json = await engine.GetAsync($"containers/json?filters={filter}", cancellation);
        return [.. json!.RootElement.EnumerateArray().Select(c => State(c) with { Service = Label(c, "com.docker.compose.service") })
            .Where(j => own.Contains(j.Service!))];
    }

    private async Task<IReadOnlyList<MigrationJobState>> ListAsync(CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString(
            $$"""{"label":["com.docker.compose.project={{application.Name}}","com.docker.compose.oneoff=True"]}""");
        using var json = await engine.GetAsync($"containers/json?all=1&filters={filter}", cancellation);
        return [.. json!.RootElement.EnumerateArray()
            .Where(c => Label(c, Labels.JobLease).Length > 0 || Label(c, "com.docker.compose.service") == MigrationJob.ServiceName)
            .Select(State)];
    }

    private static MigrationJobState State(JsonElement container) => new(
        container.GetProperty("Id").GetString()!,
        container.GetProperty("Names")[0].GetString()!.TrimStart('/'),
        Label(container, Labels.JobLease),
        container.GetProperty("State").GetString()!,
        DateTimeOffset.FromUnixTimeSeconds(container.GetProperty("Created").GetInt64()),
        [.. container.GetProperty("NetworkSettings").GetProperty("Networks").EnumerateObject()
            .Select(n => IPAddress.TryParse(n.Value.GetProperty("IPAddress").GetString(), out var address) ? address : null)
            .OfType<IPAddress>()]);

    private static string Label(JsonElement container, string name) =>
        container.GetProperty("Labels").TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
}

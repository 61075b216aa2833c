using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Locks;

/// <summary>
/// The lock of one application, kept at its engine so that deployments from any machine exclude each other.
/// A lease is a volume that carries its holder's name. Whoever wants the lock first creates a lease of its own and
/// then looks at all of them: of two that do so at once, at least one sees the other and steps back, so two can never
/// both believe they hold it. Volumes can't be changed, so a lease is renewed by a further volume.
/// </summary>
public sealed class DeploymentLock : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = LeaseObservation.Life / 3;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private const int Attempts = 4;

    private readonly EngineClient _engine;
    private readonly string _application;
    private readonly string _lease = Guid.NewGuid().ToString("N")[..12];
    private readonly string _purpose;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _released = new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private int _renewals;
    private Task _renewing = Task.CompletedTask;

    private DeploymentLock(EngineClient engine, string application, string purpose, TimeProvider time) =>
        (_engine, _application, _purpose, _time) = (engine, application, purpose, time);

    /// <summary>The lease by which it is held.</summary>
    public string Lease => _lease;

    /// <summary>How it was lost; null while that is not known.</summary>
    public SlipwayException? Loss { get; private set; }

    /// <summary>Takes the lock. Leases of dead holders are removed on the way.</summary>
    /// <param name="application">The application's name.</param>
    /// <param name="purpose">What the lock is taken for, shown to others.</param>
    /// <param name="time">The clock for renewals.</param>
    /// <param name="note">Told when the lease of a dead holder is taken over.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lock; dispose it to release it.</returns>
    /// <exception cref="SlipwayException">Somebody alive holds it (<see cref="ExitCode.Locked"/>).</exception>
    public static async Task<DeploymentLock> TakeAsync(
        EngineClient engine, string application, string purpose, TimeProvider time, Action<string> note, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mine = new DeploymentLock(engine, application, purpose, time);
            List<LeaseObservation> others;
            try
            {
                await mine.CreateVolumeAsync(cancellation);
                others = await mine.OthersAsync(note, cancellation);
            }
            catch
            {
                // Even a call that was cancelled may have created the volume.
                await mine.DisposeAsync();
                throw;
            }

            if (others.Count == 0)
            {
                mine._renewing = mine.RenewAsync();
                return mine;
            }

            await mine.DisposeAsync();
            if (attempt == Attempts || others.Any(o => !o.IsYoung(engine.Now)))
            {
                throw others[0].Refusal(application);
            }

            // Two that began at once both step back: try again after a time of one's own.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(30, 200)), time, cancellation);
        }
    }

    /// <summary>Reads all leases on an application's lock.</summary>
    /// <param name="application">The application's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The leases, dead ones too.</returns>
    public static async Task<IReadOnlyList<LeaseObservation>> ListAsync(EngineClient engine, string application, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($$"""{"label":["{{Labels.LockLease}}","{{Labels.Application}}={{application}}"]}""");
        using var json = await engine.GetAsync($"volumes?filters={filter}", cancellation);
        if (json is null || json.RootElement.GetProperty("Volumes") is not { ValueKind: JsonValueKind.Array } volumes)
        {
            return [];
        }

        return [.. volumes.EnumerateArray()
            .GroupBy(v => Label(v, Labels.LockLease), StringComparer.Ordinal)
            .Select(lease => new LeaseObservation(
                lease.Key,
                Label(lease.First(), Labels.LockHolder),
                Label(lease.First(), Labels.LockPurpose),
                Label(lease.First(), Labels.LockProcess),
                lease.Max(v => v.GetProperty("CreatedAt").GetDateTimeOffset()),
                [.. lease.Select(v => v.GetProperty("Name").GetString()!)]))];

        static string Label(JsonElement volume, string name) =>
            volume.GetProperty("Labels").TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
    }

    /// <summary>Makes sure that the lock is held at this moment: for whoever is about to change something.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When that is known.</returns>
    /// <exception cref="SlipwayException">It is lost (<see cref="ExitCode.Locked"/>), now and for good, or the engine is down.</exception>
    public async Task DemandAsync(CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            await LookAsync(renews: false, cancellation);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Releases the lock.</summary>
    /// <returns>When it is released.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_released.IsCancellationRequested)
        {
            return;
        }

        await _released.CancelAsync();
        await _renewing;
        for (var i = Math.Max(0, _renewals - 2); i <= _renewals; i++)
        {
            await _engine.DeleteAsync("volumes/" + VolumeName(i), CancellationToken.None);
        }

        _released.Dispose();
        _changing.Dispose();
    }

    // The living leases besides this one; the dead are removed.
    private async Task<List<LeaseObservation>> OthersAsync(Action<string> note, CancellationToken cancellation)
    {
        var leases = await ListAsync(_engine, _application, cancellation);
        var now = _engine.Now;
        var others = leases.Where(l => l.Lease != _lease).ToLookup(l => l.IsAlive(now));
        foreach (var dead in others[false])
        {
            note($"taking over the lock of {dead.Holder}, who is gone");
            await RemoveAsync(_engine, dead.Volumes, cancellation);
        }

        return [.. others[true]];
    }

    private static async Task RemoveAsync(EngineClient engine, IEnumerable<string> volumes, CancellationToken cancellation)
    {
        foreach (var volume in volumes)
        {
            await engine.DeleteAsync("volumes/" + volume, cancellation);
        }
    }

    private string VolumeName(int renewal) => string.Create(CultureInfo.InvariantCulture, $"slipway-lock-{_application}-{_lease}-{renewal}");

    private async Task CreateVolumeAsync(CancellationToken cancellation)
    {
        var holder = string.Create(CultureInfo.InvariantCulture, $"{Environment.UserName}@{Environment.MachineName}, process {Environment.ProcessId}");
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("Name", VolumeName(_renewals));
            json.WriteStartObject("Labels");
            json.WriteString(Labels.Application, _application);
            json.WriteString(Labels.LockLease, _lease);
            json.WriteString(Labels.LockHolder, holder);
            json.WriteString(Labels.LockProcess, HolderProcess.Current);
            json.WriteString(Labels.LockPurpose, _purpose);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var answer = await _engine.PostAsync("volumes/create", Encoding.UTF8.GetString(body.ToArray()), cancellation);
    }

    // Whoever was away for longer than a lease lives, such as a machine that slept, may find that another has taken the lock over.
    private async Task LookAsync(bool renews, CancellationToken cancellation)
    {
        if (Loss is not null)
        {
            throw Loss;
        }

        var leases = await ListAsync(_engine, _application, cancellation);
        var (mine, others) = (leases.FirstOrDefault(l => l.Lease == _lease), leases.Where(l => l.Lease != _lease).ToList());
        var isOld = mine is not null && _engine.Now - mine.Renewed >= LeaseObservation.Life - Margin;
        if (mine is null || (isOld && others.Count > 0))
        {
            throw Loss = LossTo(others.OrderByDescending(o => o.Renewed).FirstOrDefault());
        }

        if (!renews && !isOld)
        {
            return;
        }

        _renewals++;
        await CreateVolumeAsync(cancellation);
        await _engine.DeleteAsync("volumes/" + VolumeName(_renewals - 1), cancellation);
        if (isOld && (await ListAsync(_engine, _application, cancellation)).FirstOrDefault(l => l.Lease != _lease) is { } taker)
        {
            // It looked at the old lease, and does not know of the renewal.
            throw Loss = LossTo(taker);
        }
    }

    private SlipwayException LossTo(LeaseObservation? taker) => new(
        ExitCode.Locked,
        $"the lock of {_application} was lost: " + (taker is null
            ? "somebody removed it"
            : $"{taker.Holder} ({taker.Purpose}) took it over, since this deployer gave no sign of life for {LeaseObservation.Life.TotalSeconds:0} s"),
        "this run has changed nothing more, and takes nothing back; look at --target=Status");

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(RenewEvery, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_released.Token))
            {
                await _changing.WaitAsync(_released.Token);
                try
                {
                    await LookAsync(renews: true, _released.Token);
                }
                catch (SlipwayException)
                {
                    // The engine did not answer this time, and there are two more renewals before the lease ends; or the lock is lost,
                    // which is kept for whoever demands it.
                }
                finally
                {
                    _changing.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Released.
        }
    }
}

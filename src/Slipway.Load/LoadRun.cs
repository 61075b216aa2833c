namespace Slipway.Load;

/// <summary>
/// A load that is under way. Its clients keep their connections and never retry, which is what most real clients do with a POST and what
/// shows a proxy that closes connections beneath a request.
/// </summary>
public sealed class LoadRun : IAsyncDisposable
{
    private readonly LoadJournal _journal;
    private readonly CancellationTokenSource _stop;
    private readonly Task _clients;

    private LoadRun(LoadPlan plan, TimeProvider time)
    {
        _journal = new LoadJournal(plan, time);
        _stop = new CancellationTokenSource(plan.LongestRun, time);
        _stop.Token.Register(_journal.Stop);
        _clients = RunAsync(plan, time);
    }

    /// <summary>How many requests were answered or failed so far.</summary>
    public long Requests => _journal.Requests;

    /// <summary>Begins a load.</summary>
    /// <exception cref="ArgumentException">The target is not this machine's, or the plan asks for no or too many clients.</exception>
    public static LoadRun Start(LoadPlan plan, TimeProvider time)
    {
        OwnAddresses.Demand(plan.Target.Address);
        if (plan.Clients.Count == 0 || plan.Clients.Any(c => c.Connections is < 1 or > 10_000))
        {
            throw new ArgumentException("A load needs from 1 to 10,000 connections of each kind.", nameof(plan));
        }

        return new LoadRun(plan, time);
    }

    /// <summary>Completes once so many further requests are through, or the load has ended.</summary>
    public Task FurtherAsync(long requests, CancellationToken cancellation) => _journal.FurtherAsync(requests).WaitAsync(cancellation);

    /// <summary>Waits until the load has ended by itself, at the bounds of its plan.</summary>
    public async Task<LoadReport> CompleteAsync()
    {
        await _clients;
        return _journal.Report();
    }

    /// <summary>Lets every client finish the request that it is at, and reports.</summary>
    public async Task<LoadReport> StopAsync()
    {
        await _stop.CancelAsync();
        return await CompleteAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(LoadPlan plan, TimeProvider time)
    {
        var clients = plan.Clients.SelectMany(group => Enumerable.Range(0, group.Connections).Select(_ => Task.Run(async () =>
        {
            await using var client = new LoadClient(plan, group, _journal, time);
            await client.RunAsync(_stop.Token);
        })));
        await Task.WhenAll(clients.ToList());
        _journal.Stop();
    }
}

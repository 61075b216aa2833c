using System.Collections.Concurrent;
using System.Text.Json;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Users who go on asking for pages, and remember who has answered.</summary>
internal sealed class Visits : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, int> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _users;

    private Visits(Func<string, Task<Answer>> ask, IEnumerable<string> pages, int each) => _users = Task.WhenAll(
        [.. pages.SelectMany(p => Enumerable.Repeat(p, each)).Select(p => Task.Run(() => VisitAsync(ask, p)))]);

    /// <summary>Who has answered, as <c>web 1</c>, without those that failed.</summary>
    public IReadOnlyList<string> Answered => [.. _answered.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What went wrong, in the order of time.</summary>
    public IReadOnlyList<string> Failures => [.. _failures];

    /// <summary>All visits.</summary>
    public int Count => _answered.Values.Sum() + _failures.Count;

    /// <summary>Four users of each page.</summary>
    public static Visits Start(Func<string, Task<Answer>> ask, params IEnumerable<string> pages) => new(ask, pages, each: 4);

    /// <summary>Ends them, and holds them to having been answered by these only, each of them, and always.</summary>
    public async Task ShouldHaveBeenAnsweredByAsync(params IEnumerable<string> releases)
    {
        await StopAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} visits, {_failures.Count} failed, answered by {string.Join(", ", Answered)}");
        Answered.ShouldBe(releases.Order(StringComparer.Ordinal));
        Failures.ShouldBeEmpty(string.Join('\n', Failures.Take(20)));
    }

    /// <summary>Lets everybody finish the visit that he is at.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _users;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task VisitAsync(Func<string, Task<Answer>> ask, string page)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _answered.AddOrUpdate((await ask(page)).Release, 1, (_, n) => n + 1);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException or JsonException)
            {
                _failures.Enqueue($"{TimeProvider.System.GetUtcNow():mm:ss.fff} {page}: {error.Message}");
            }

            await Task.Delay(Pause, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

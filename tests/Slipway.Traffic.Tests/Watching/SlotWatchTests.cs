using Slipway.Traffic.Watching;

namespace Slipway.Traffic.Tests.Watching;

public sealed class SlotWatchTests
{
    private readonly SlotWatch _watch = new(TimeProvider.System) { Interval = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public async Task A_watch_ends_at_once_when_too_much_fails()
    {
        var counts = new Queue<int>([0, 1, 2, 3, 4]);

        var result = await _watch.WatchAsync(_ => Task.FromResult(counts.Dequeue()), tolerated: 2, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        result.Healthy.ShouldBeFalse();
        result.Failed.ShouldBe(3);
        counts.ShouldBe([4]);
    }

    [Fact]
    public async Task What_fails_within_what_is_tolerated_is_told_when_the_time_is_over()
    {
        var result = await _watch.WatchAsync(_ => Task.FromResult(2), tolerated: 2, TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);

        result.Healthy.ShouldBeTrue();
        result.Failed.ShouldBe(2);
        result.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task Even_no_time_at_all_counts_once() =>
        (await _watch.WatchAsync(_ => Task.FromResult(1), tolerated: 0, TimeSpan.Zero, TestContext.Current.CancellationToken)).Healthy.ShouldBeFalse();
}

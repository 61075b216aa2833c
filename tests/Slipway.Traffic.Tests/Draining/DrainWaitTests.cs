using Slipway.Traffic.Draining;

namespace Slipway.Traffic.Tests.Draining;

public sealed class DrainWaitTests
{
    [Fact]
    public async Task Nothing_under_way_twice_in_a_row_is_drained()
    {
        var (result, seen) = await WaitAsync(TimeSpan.FromSeconds(30), [.. new[] { 3, 1, 0, 1, 0, 0, 7 }.Select(n => new DrainCount(n))]);

        result.Drained.ShouldBeTrue();
        result.InFlight.ShouldBe(0);
        seen.ShouldBe([3, 1, 0, 1, 0, 0]);
    }

    [Fact]
    public async Task What_is_still_under_way_at_the_deadline_is_told()
    {
        var (result, seen) = await WaitAsync(TimeSpan.Zero, new DrainCount(3), new DrainCount(2));

        result.Drained.ShouldBeFalse();
        result.InFlight.ShouldBe(2);
        seen.ShouldBe([3, 2]);
    }

    [Fact]
    public async Task A_slot_that_is_idle_at_the_deadline_is_given_its_second_count()
    {
        var (result, seen) = await WaitAsync(TimeSpan.Zero, new DrainCount(0), new DrainCount(0));

        result.Drained.ShouldBeTrue();
        seen.ShouldBe([0, 0]);
    }

    [Fact]
    public async Task The_deadline_is_not_for_requests_with_a_body()
    {
        var (result, seen) = await WaitAsync(TimeSpan.Zero, new DrainCount(3, 2), new DrainCount(2, 1), new DrainCount(1), new DrainCount(1));

        (result.Drained, result.InFlight).ShouldBe((false, 1));
        seen.ShouldBe([3, 2, 1, 1]);
    }

    private static async Task<(DrainResult Result, List<int> Seen)> WaitAsync(TimeSpan deadline, params DrainCount[] counts)
    {
        var seen = new List<int>();
        var next = 0;
        var drain = new DrainWait(TimeProvider.System) { Interval = TimeSpan.FromMilliseconds(1), Settling = TimeSpan.FromMilliseconds(1) };
        var result = await drain.WaitAsync(_ => Task.FromResult(counts[next++]), deadline, new Told(seen), TestContext.Current.CancellationToken);
        return (result, seen);
    }

    private sealed class Told(List<int> seen) : IProgress<DrainProgress>
    {
        public void Report(DrainProgress value) => seen.Add(value.Count.InFlight);
    }
}

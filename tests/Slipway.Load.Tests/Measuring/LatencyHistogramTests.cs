using CsCheck;
using Slipway.Load.Measuring;

namespace Slipway.Load.Tests.Measuring;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void A_percentile_is_that_of_the_sorted_times_to_within_two_percent() =>
        Gen.Select(Gen.Long[0, 100_000_000].Array[1, 200], Gen.Double[0.01, 1]).Sample((times, share) =>
        {
            var histogram = new LatencyHistogram();
            foreach (var time in times)
            {
                histogram.Add(TimeSpan.FromMicroseconds(time));
            }

            var exact = times.Order().ElementAt(Math.Max(1, (int)Math.Ceiling(share * times.Length)) - 1);

            histogram.Percentile(share).TotalMicroseconds.ShouldBeInRange(exact, (exact * 1.02) + 1);
            histogram.Longest.TotalMicroseconds.ShouldBe(times.Max());
        });

    [Fact]
    public void Nothing_measured_is_zero()
    {
        var histogram = new LatencyHistogram();

        histogram.Percentile(0.5).ShouldBe(TimeSpan.Zero);
        histogram.Longest.ShouldBe(TimeSpan.Zero);
    }
}

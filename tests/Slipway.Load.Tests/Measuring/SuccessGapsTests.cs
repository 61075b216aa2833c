using Slipway.Load.Measuring;

namespace Slipway.Load.Tests.Measuring;

public sealed class SuccessGapsTests
{
    [Fact]
    public void A_pause_in_which_nothing_failed_is_a_gap_but_no_outage()
    {
        var gaps = Measure("+1 +2 +7 +8");

        gaps.Longest.ShouldBe(TimeSpan.FromSeconds(5));
        gaps.Outage.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_time_between_the_successes_around_a_failure_is_outage()
    {
        var gaps = Measure("+1 -2 -3 +4 +5 -6 +8");

        gaps.Outage.ShouldBe(TimeSpan.FromSeconds(3 + 3));
        gaps.Longest.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_failure_without_a_later_success_is_outage_until_the_end()
    {
        var gaps = Measure("+1 -2");

        gaps.Ended(TimeSpan.FromSeconds(9));

        gaps.Outage.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Clients_may_report_out_of_order()
    {
        var gaps = Measure("+5 +3 +6");

        gaps.Longest.ShouldBe(TimeSpan.FromSeconds(5));
    }

    private static SuccessGaps Measure(string events)
    {
        var gaps = new SuccessGaps();
        foreach (var one in events.Split(' '))
        {
            if (one[0] == '+')
            {
                gaps.Succeeded(TimeSpan.FromSeconds(one[1] - '0'));
            }
            else
            {
                gaps.Failed();
            }
        }

        return gaps;
    }
}

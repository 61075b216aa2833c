using Slipway.Engine;
using Slipway.Timings;

namespace Slipway.Tests.Hosts;

/// <summary>Where time goes is told to whoever asks, and costs nothing while nobody does.</summary>
public sealed class TimingSpecs
{
    [Fact]
    public void Time_is_measured_only_for_whoever_listens_and_told_in_the_order_of_its_beginning()
    {
        Spans.Begin("before").ShouldBeNull();
        using var timings = new RunTimings(TimeProvider.System);
        using (Spans.Begin("outer"))
        {
            Spans.Begin(() => "inner")!.Dispose();
        }

        var lines = timings.Lines.Select(l => l.Split("  ")[^1]).ToList();
        lines.Skip(1).ShouldBe(["process and runtime, until the program begins", "outer", "inner", "now"]);
    }
}

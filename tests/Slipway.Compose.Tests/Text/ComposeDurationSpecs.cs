using Slipway.Compose.Text;

namespace Slipway.Compose.Tests.Text;

public sealed class ComposeDurationSpecs
{
    [Theory]
    [InlineData("1m30s", 90_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1_500)]
    [InlineData("2h", 7_200_000)]
    [InlineData("500us", 0.5)]
    [InlineData("1m0.25s", 60_250)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("-1s", -1_000)]
    public void A_duration_is_the_sum_of_its_parts(string text, double milliseconds) =>
        ComposeDuration.Parse(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("30")]
    [InlineData("5S")]
    [InlineData("1d")]
    [InlineData("s")]
    [InlineData("1..5s")]
    [InlineData("")]
    [InlineData(null)]
    public void What_compose_rejects_is_no_duration(string? text) => ComposeDuration.Parse(text).ShouldBeNull();
}

using Slipway.Traffic.Proxies;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class SwitchAgeTests
{
    [Fact]
    public void Whole_seconds_are_an_age() => SwitchAge.Parse("93\n").ShouldBe(TimeSpan.FromSeconds(93));

    [Theory]
    [InlineData("")]
    [InlineData("sh: date: not found")]
    [InlineData("1.5")]
    public void What_is_no_number_is_no_age(string output) => SwitchAge.Parse(output).ShouldBeNull();
}

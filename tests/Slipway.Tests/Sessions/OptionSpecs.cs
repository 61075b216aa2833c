using Slipway.Deployment.Targets;
using Slipway.Engine.Errors;
using Slipway.Hosts;

namespace Slipway.Tests.Sessions;

/// <summary>Slipway's own options on the command line.</summary>
public sealed class OptionSpecs
{
    [Fact]
    public void Without_options_everything_is_as_it_should_be()
    {
        var options = Parse("--target=Plan");

        options.Folder.ShouldBe(AppContext.BaseDirectory);
        (options.Host, options.Release, options.AllowContracting, options.Json).ShouldBe((null, null, false, false));
        options.Consents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--release=v1")]
    [InlineData("--release", "v1")]
    [InlineData("--release=v0", "--release=v1")]
    public void A_value_follows_an_equals_sign_or_a_space_and_the_last_one_wins(params string[] arguments) =>
        Parse(arguments).Release.ShouldBe("v1");

    [Fact]
    public void A_flag_needs_no_value() => Parse("--json", "--allow-contracting").ShouldSatisfyAllConditions(o => o.Json.ShouldBeTrue(), o => o.AllowContracting.ShouldBeTrue());

    [Fact]
    public void A_flag_may_be_switched_off() => Parse("--json=false").Json.ShouldBeFalse();

    [Fact]
    public void A_flag_takes_no_word_that_is_not_its_own() => Parse("--json", "--release=v1").ShouldSatisfyAllConditions(o => o.Json.ShouldBeTrue(), o => o.Release.ShouldBe("v1"));

    [Fact]
    public void Consents_are_listed_or_repeated() => Parse("--consent=db,cache", "--consent=proxy").Consents.ShouldBe(["db", "cache", "proxy"], ignoreOrder: true);

    [Theory]
    [InlineData("--app=/nowhere/at/all", "--app: there is no folder /nowhere/at/all")]
    [InlineData("--release=", "--release lacks its value")]
    [InlineData("--host", "--host lacks its value")]
    [InlineData("--release=a b", "--release: \"a b\" can't be the tag of an image")]
    [InlineData("--release=-x", "--release: \"-x\" can't be the tag of an image")]
    [InlineData("--release=ä", "--release: \"ä\" can't be the tag of an image")]
    public void A_wrong_value_is_told_with_its_option(string argument, string message)
    {
        var error = Should.Throw<SlipwayException>(() => Parse(argument));

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldStartWith(message);
        error.Message.ShouldContain("  -> ");
    }

    private static SlipwayOptions Parse(params string[] arguments) => SlipwayOptions.Parse(arguments, AppContext.BaseDirectory);
}

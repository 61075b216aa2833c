using CsCheck;
using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>The name that was probably meant.</summary>
public sealed class NearestNameSpecs
{
    private static readonly string[] Names = ["strategy", "port", "health", "smoke", "routes", "ready", "drain"];

    [Fact]
    public void One_wrong_letter_still_finds_the_name() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3], Gen.Char['a', 'z']).Sample((index, at, letter) =>
        {
            var name = Names[index];
            var slip = name[..at] + letter + name[(at + 1)..];
            if (!Names.Contains(slip))
            {
                NearestName.Suggest(slip, Names).ShouldStartWith("did you mean ");
            }
        });

    [Theory]
    [InlineData("prot", "port")]
    [InlineData("Health", "health")]
    [InlineData("helth", "health")]
    [InlineData("redy", "ready")]
    public void A_slip_of_the_finger_is_corrected(string slip, string name) => NearestName.Suggest(slip, Names).ShouldBe($"did you mean \"{name}\"?");

    [Fact]
    public void What_resembles_nothing_gets_the_list() =>
        NearestName.Suggest("qqqqqqqq", Names).ShouldBe("known: strategy, port, health, smoke, routes, ready, drain");

    [Fact]
    public void Without_candidates_there_is_no_advice() => NearestName.Suggest("x", []).ShouldBeNull();
}

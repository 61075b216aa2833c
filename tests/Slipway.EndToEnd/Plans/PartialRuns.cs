using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Plans;

public sealed class PartialRuns(SlipwayProgram program)
{
    private const int BadArgument = 4;
    private const int NoRollback = 8;

    [Fact]
    public async Task A_phase_as_target_does_what_it_needs_and_claims_no_more()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        bot.Set("VERSION", "2");

        var tested = await bot.RunAsync("SmokeTest");

        tested.ShouldHaveEndedWith(0).Output.ShouldSatisfyAllConditions(o => o.ShouldContain("done up to SmokeTest"), o => o.ShouldContain("does not serve"), o => o.ShouldNotContain("serves after"));
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.RunAsync("Status")).Output.ShouldSatisfyAllConditions(o => o.ShouldContain("never served"), o => o.ShouldContain("Rollback: nothing to go back to"));
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(NoRollback).Errors.ShouldContain("never served");
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));

        await bot.DeployAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
        (await bot.RunAsync("Deploy")).ShouldHaveEndedWith(0).Output.Trim().ShouldMatch("^[^\n]* nothing changed, release [0-9a-f]+ serves$");
    }

    [Theory]
    [InlineData("--exclusive")]
    [InlineData("--target=Rollback")]
    [InlineData("--target=Nope")]
    [InlineData("--consent=nosuch")]
    [InlineData("--json=maybe")]
    [InlineData("-x")]
    [InlineData("word")]
    public async Task What_is_not_safe_or_means_nothing_is_refused_and_nothing_is_done(string option)
    {
        await using var bot = await HelloBot.CreateAsync(program);

        var result = await bot.RunAsync("Switch", option);

        result.ShouldHaveEndedWith(BadArgument).Errors.Split('\n').Count(l => l.StartsWith("Error: ", StringComparison.Ordinal)).ShouldBe(1);
        (await bot.ContainersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_may_come_before_the_deployment_whose_exit_code_counts()
    {
        await using var bot = await HelloBot.CreateAsync(program);

        var result = await bot.RunAsync("Plan", "--target=Deploy");

        result.ShouldHaveEndedWith(0).Output.ShouldSatisfyAllConditions(o => o.ShouldContain($"Plan for {bot.Name}"), o => o.ShouldContain("serves after"));
        (await bot.RunAsync("Backup")).ShouldHaveEndedWith(0).Output.ShouldSatisfyAllConditions(o => o.ShouldContain("SHA-256"), o => o.ShouldContain("done up to Backup"));
    }
}

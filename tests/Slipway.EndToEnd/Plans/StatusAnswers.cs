using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Plans;

public sealed class StatusAnswers(SlipwayProgram program)
{
    [Fact]
    public async Task The_status_tells_before_between_and_after_what_serves_and_what_can_be_gone_back_to()
    {
        await using var bot = await HelloBot.CreateAsync(program);

        (await bot.RunAsync("Status")).ShouldHaveEndedWith(0).Output.ShouldContain("nothing runs yet");

        await bot.DeployAsync("--release=first");
        (await bot.RunAsync("Status")).ShouldHaveEndedWith(0).Output.ShouldContain("Rollback: nothing to go back to");

        bot.Set("VERSION", "2");
        await bot.DeployAsync("--release=second");
        var text = (await bot.RunAsync("Status")).ShouldHaveEndedWith(0).Output;
        text.ShouldContain("Rollback: to first at once");
        text.ShouldContain("Schema: the schema is at 0005");
        text.Split('\n').Single(l => l.Contains("bot ", StringComparison.Ordinal) && l.Contains("serves", StringComparison.Ordinal)).ShouldContain("second");

        var world = await WorldSnapshot.TakeAsync(bot);
        using var json = JsonDocument.Parse((await bot.RunAsync("Status", "--json")).ShouldHaveEndedWith(0).Output);
        (await WorldSnapshot.TakeAsync(bot)).ShouldBe(world);
        json.RootElement.GetProperty("warmRelease").GetString().ShouldBe("first");
        json.RootElement.GetProperty("locks").GetArrayLength().ShouldBe(0);
        json.RootElement.GetProperty("keptReleases").EnumerateArray().Select(r => r.GetString()).ShouldBe(["second", "first"], ignoreOrder: true);
        json.RootElement.GetProperty("containers").EnumerateArray()
            .Where(c => c.GetProperty("role").GetString() == "serves")
            .Select(c => (c.GetProperty("service").GetString(), c.GetProperty("slot").GetString(), c.GetProperty("release").GetString()))
            .ShouldBe([("bot", "green", "second"), ("poller", "green", "second")], ignoreOrder: true);
    }
}

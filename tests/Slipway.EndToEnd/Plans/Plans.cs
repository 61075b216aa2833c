using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Plans;

public sealed class Plans(SlipwayProgram program)
{
    private const int WouldChange = 2;

    [Fact]
    public async Task A_plan_changes_nothing_and_names_one_by_one_the_commands_that_the_deployment_then_executes()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        await PlanAndDeployAsync(bot);

        bot.Set("VERSION", "2");
        bot.Remember("0005");
        await PlanAndDeployAsync(bot);

        bot.Set("POOL_MAX", "6");
        await PlanAndDeployAsync(bot);

        var idle = await bot.RunAsync("Plan");
        idle.ShouldHaveEndedWith(0).Output.ShouldContain("Nothing would change.");
        PlannedCommands.Of((await bot.RunAsync("Plan", "--json")).ShouldHaveEndedWith(0).Output).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_of_Deploy_is_the_plan()
    {
        await using var bot = await HelloBot.CreateAsync(program);

        var plan = await bot.RunAsync("Plan");
        var dryRun = await bot.RunAsync("Deploy", "--dryrun");

        plan.ShouldHaveEndedWith(WouldChange);
        dryRun.ShouldHaveEndedWith(WouldChange).Output.ShouldBe(plan.Output);
        (await bot.ContainersAsync()).ShouldBeEmpty();
    }

    private static async Task PlanAndDeployAsync(HelloBot bot)
    {
        var (before, began) = (await WorldSnapshot.TakeAsync(bot), DateTimeOffset.UtcNow);
        var text = await bot.RunAsync("Plan");
        var json = await bot.RunAsync("Plan", "--json");
        (await WorldSnapshot.TakeAsync(bot)).ShouldBe(before);
        (await EventsAsync(bot, began)).ShouldBeEmpty();

        var planned = PlannedCommands.Of(json.ShouldHaveEndedWith(WouldChange).Output);
        planned.ShouldAllBe(c => text.ShouldHaveEndedWith(WouldChange).Output.Contains(c.Substring(c.IndexOf(' ', StringComparison.Ordinal) + 1), StringComparison.Ordinal));
        await bot.DeployAsync();
        PlannedCommands.ByPhase(bot.Journal.Commands().Select(c => $"{c.Phase}: {c.Command}")).ShouldBe(PlannedCommands.ByPhase(planned));
    }

    // What the engine did with the application's containers, beyond the health checks and the tests' own looks into them.
    private static async Task<IReadOnlyList<string>> EventsAsync(HelloBot bot, DateTimeOffset began)
    {
        var lines = await Docker.LinesAsync(
            "events", "--since", began.ToString("O"), "--until", DateTimeOffset.UtcNow.ToString("O"), "--filter", $"label=com.docker.compose.project={bot.Name}", "--format", "{{json .}}");
        return [.. lines.Where(l => Action(l) is var action && !action.StartsWith("exec_", StringComparison.Ordinal) && !action.StartsWith("health_status", StringComparison.Ordinal))];
    }

    private static string Action(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("Action").GetString()!;
    }
}

using System.Diagnostics;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Machine;
using Slipway.Testing.Network;
using Slipway.Testing.Ssh;

namespace Slipway.EndToEnd.Remote;

public sealed class DeploymentsOverSsh(SlipwayProgram program, SshServer server) : IClassFixture<SshServer>
{
    private const int MissingPart = 3;

    [Fact]
    public async Task Plan_Deploy_Status_and_Rollback_behave_over_ssh_as_they_do_here()
    {
        await using var bot = await RemoteAsync();
        bot.ForgetMigrationsAfter("0004");

        (await bot.RunAsync("Plan")).ShouldHaveEndedWith(2).Output.ShouldContain(server.Address);
        await bot.DeployAsync();
        bot.Set("VERSION", "2");
        bot.Remember("0005");
        await using var load = bot.StartLoad();
        var here = await PlanLinesAsync(bot, over: null);
        var there = await PlanLinesAsync(bot, over: server.Address);
        await bot.DeployAsync();
        var served = await bot.ServedVersionAsync();
        var status = await bot.RunAsync("Status");
        (await bot.RunAsync("Rollback")).ShouldHaveEndedWith(0);

        there.ShouldBe(here);
        served.ShouldBe("2");
        status.ShouldHaveEndedWith(0).Output.ShouldContain("at once");
        (await bot.ServedVersionAsync()).ShouldBe("1");
        (await bot.RunAsync("Deploy")).ShouldHaveEndedWith(0);
        await load.ShouldHaveLostNothingAsync();
        (await bot.VolumesAsync()).ShouldBe([$"{bot.Name}_data", $"{bot.Name}_slots"]);
        await ShouldLeaveNoSshAsync();
    }

    [Fact]
    public async Task A_killed_deployment_leaves_no_ssh_behind_and_the_next_one_finishes()
    {
        await using var bot = await RemoteAsync();
        await bot.DeployAsync();
        bot.Set("VERSION", "2");

        await bot.KillAtAsync("Deploy", e => e is { Kind: "StepStarted", Phase: "AwaitReady" });

        await ShouldLeaveNoSshAsync();
        await bot.DeployAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
    }

    [Fact]
    public async Task A_host_that_refuses_is_told_in_the_words_of_ssh()
    {
        await using var bot = await HelloBot.CreateAsync(program);

        var result = await bot.RunAsync("Plan", $"--host=ssh://root@127.0.0.1:{FreePort.Find()}");

        result.ShouldHaveEndedWith(MissingPart).Errors.ShouldContain("Connection refused");
        result.Errors.ShouldContain("try: ssh -p ");
    }

    private static async Task<IReadOnlyList<string>> PlanLinesAsync(HelloBot bot, string? over)
    {
        if (over is null)
        {
            bot.Edit("slipway.yaml", "host: ", "# host: ");
        }

        var plan = (await bot.RunAsync("Plan")).ShouldHaveEndedWith(2).Output;
        if (over is null)
        {
            bot.Edit("slipway.yaml", "# host: ", "host: ");
        }

        return [.. plan.Split('\n').Skip(1)];
    }

    private async Task<HelloBot> RemoteAsync()
    {
        var bot = await HelloBot.CreateAsync(program);
        bot.Environment["PATH"] = server.SearchPath;
        bot.Edit("slipway.yaml", "compose: compose.yaml", $"compose: compose.yaml\nhost: {server.Address}");
        return bot;
    }

    private async Task ShouldLeaveNoSshAsync()
    {
        foreach (var (id, arguments) in ProcessTable.With(server.ClientConfiguration))
        {
            var ended = Ending(id);
            await ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)
                .ContinueWith(t => t.IsCompletedSuccessfully.ShouldBeTrue($"still there: {arguments}"), TaskScheduler.Default);
        }

        ProcessTable.With(server.ClientConfiguration).ShouldBeEmpty();
    }

    private static Task Ending(int id)
    {
        try
        {
            return Process.GetProcessById(id).WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended in between.
            return Task.CompletedTask;
        }
    }
}

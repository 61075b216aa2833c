using System.Text.Json.Nodes;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Foreign;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.OwnBuilds;

/// <summary>Tasks, a phase, a kind of step and a sink of the user's own, in the build of samples/own-build.</summary>
public sealed class OwnTasks(SlipwayProgram program) : IClassFixture<OwnBuild>
{
    private const int Failed = 1;
    private const int WouldChange = 2;
    private const int BadConfiguration = 4;
    private const int Locked = 6;

    [Fact]
    public async Task They_are_in_the_plan_and_what_fails_among_them_is_taken_back_like_a_phase()
    {
        await using var site = await CreateAsync();
        await RunAsync(site, 0, "--target=Init");
        var plan = await RunAsync(site, WouldChange, "--target=Plan");
        var json = JsonNode.Parse((await RunAsync(site, WouldChange, "--target=Plan", "--json")).Output)!;
        await RunAsync(site, 0, "--target=Deploy");
        site.Set("API_VERSION", "2");

        var shut = await RunAsync(site, Failed, "--target=Deploy", "--gate=shut");
        var after = await site.ContainersAsync();
        var status = await RunAsync(site, 0, "--target=Status");
        var rest = await RunAsync(site, 0, "--target=Deploy");
        var again = await RunAsync(site, 0, "--target=Deploy");

        plan.Output.ShouldContain("task Gate");
        plan.Output.ShouldMatch(@"greet 'release \w+ comes'");
        plan.Output.ShouldContain("SmokeTest > Gate > Switch");
        plan.Output.ShouldMatch("- CleanUp +left out by this build");
        json["criticalPath"]!.AsArray().Select(p => (string?)p).ShouldContain("Gate");
        shut.Errors.ShouldContain("the gate is shut for release");
        shut.Output.ShouldContain("the run failed: going back to what was there before");
        shut.Output.ShouldMatch(@"greeting: release \w+ does not come");
        shut.Output.ShouldContain("goodbye: something failed");
        rest.Output.ShouldMatch(@"release \w+ serves after [\s\S]*goodbye: all went well");
        shut.Output.ShouldContain("the old release still serves: ");
        after.ShouldNotContain(c => c.Contains("green", StringComparison.Ordinal));
        status.Output.ShouldContain("nothing to go back to");
        rest.Output.ShouldContain("greeting: watched");
        (await site.AskAsync("/api/")).ShouldContain("2");
        again.Output.ShouldContain("nothing changed");
        again.Output.ShouldNotContain("Gate");
        site.Read("own.log").ShouldContain("Gate: failure");
        site.Read("own.log").ShouldContain("Gate: success");
    }

    [Fact]
    public async Task One_that_waits_ends_with_the_run_and_as_a_target_claims_no_more_than_was_done()
    {
        await using var site = await CreateAsync();
        await RunAsync(site, 0, "--target=Init");
        await RunAsync(site, 0, "--target=Deploy");
        site.Set("API_VERSION", "2");
        using var wait = site.Journal.Expect(e => e is { Kind: "PhaseStarted", Phase: "Gate" });
        using var deployment = OwnBuild.Start(site.Folder, program, "--target=Deploy", "--gate=wait");
        await wait.SeenAsync(deployment);

        await deployment.InterruptAsync();
        var result = await deployment.Completion;
        var containers = await site.ContainersAsync();
        var gate = await RunAsync(site, 0, "--target=Gate");

        result.ShouldHaveEndedWith(130).Output.ShouldContain("the old release still serves: ");
        containers.ShouldNotContain(c => c.Contains("green", StringComparison.Ordinal));
        gate.Output.ShouldMatch(@"done up to Gate, .*; release \w+ does not serve");
        (await site.ContainersAsync()).ShouldContain(c => c.Contains("green", StringComparison.Ordinal));
        (await site.AskAsync("/api/")).ShouldContain("1");
    }

    [Fact]
    public async Task None_begins_once_the_lock_is_lost()
    {
        await using var site = await CreateAsync();
        await RunAsync(site, 0, "--target=Init");
        await RunAsync(site, 0, "--target=Deploy");
        site.Set("API_VERSION", "2");
        site.Edit("api.py", "import os\n", "import os, time\ntime.sleep(8)\n");
        using var wait = site.Journal.Expect(e => e is { Kind: "StepStarted", Phase: "AwaitReady" });
        using var deployment = OwnBuild.Start(site.Folder, program, "--target=Deploy");
        await wait.SeenAsync(deployment);

        // What waits and asks until Gate begins changes nothing, and looks at no lock.
        await Docker.RunAsync(["volume", "rm", .. (await site.VolumesAsync()).Where(v => v.Contains("lock", StringComparison.Ordinal))]);

        (await deployment.Completion).ShouldHaveEndedWith(Locked).Errors.ShouldContain($"the lock of {site.Name} was lost");
        site.Journal.Newest().ShouldNotContain(e => e.Kind == "PhaseStarted" && e.Phase == "Gate");
        site.Journal.Newest().ShouldNotContain(e => e.Kind == "PhaseStarted" && e.Phase == "Switch");
        (await site.AskAsync("/api/")).ShouldContain("1");
    }

    [Theory]
    [InlineData("there is no option --gaet (did you mean \"gate\"?)", "--target=Deploy", "--gaet=shut")]
    [InlineData("there is no target Gaet (did you mean \"Gate\"?)", "--target=Gaet")]
    [InlineData("--exclusive: Deploy alone", "--target=Deploy", "--exclusive")]
    public async Task What_build_sh_refuses_is_refused_by_every_host(string message, params string[] arguments)
    {
        await using var site = await CreateAsync();

        (await RunAsync(site, BadConfiguration, arguments)).Errors.ShouldContain(message);
    }

    [Fact]
    public async Task Help_and_Lint_are_those_of_every_host_under_its_own_name()
    {
        await using var site = await CreateAsync();

        var help = await RunAsync(site, 0, "--help");
        var lint = await RunAsync(site, 0, "--target=Lint", "--no-shellcheck", "--fail-on=off");

        help.Output.ShouldStartWith("Usage: dotnet run --project samples/own-build -- --target=TARGET");
        help.Output.ShouldContain("--gate                 What Gate answers");
        lint.Output.ShouldContain("compose.yaml");
    }

    private Task<Stranger> CreateAsync() => Stranger.CreateAsync(program, "two-paths", "GATE_PORT");

    private async Task<ProgramResult> RunAsync(DeployedApplication site, int code, params IEnumerable<string> arguments)
    {
        using var run = OwnBuild.Start(site.Folder, program, arguments);
        return (await run.Completion).ShouldHaveEndedWith(code);
    }
}

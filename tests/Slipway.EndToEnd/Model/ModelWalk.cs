using System.Globalization;

namespace Slipway.EndToEnd.Model;

/// <summary>Does to an application what comes to its mind, and holds everything that speaks of it to the truth after each deed.</summary>
/// <param name="model">The application.</param>
/// <param name="random">What comes to its mind.</param>
/// <param name="trail">Told each deed and what came of it.</param>
internal sealed class ModelWalk(ModelApplication model, Random random, Action<string> trail)
{
    private const int Failed = 7;
    private const int BadArgument = 4;
    private const int NoRollback = 8;
    private const int MostSteps = 34;
    private static readonly string[] Parts = ["PullOrBuild", "Backup", "PrepareEnvironment", "Migrate", "StartSlot", "AwaitReady", "SmokeTest", "Switch", "Watch"];
    private static readonly string[] Services = ["web", "worker", "clock", "store", "proxy"];

    /// <summary>Deploys, does so many things, and lets one Deploy put everything right.</summary>
    public async Task LiveAsync(int deeds)
    {
        await DeployAsync();
        ModelDeed[] choice =
        [
            new(4, DeployNextAsync), new(5, KilledAsync), new(3, InterruptedAsync), new(2, UnhealthyAsync), new(3, RollbackAsync),
            new(2, KilledRollbackAsync), new(2, PartAsync), new(1, ExclusiveAsync), new(4, ComposeAsync), new(4, EngineAsync), new(1, StopDatabaseAsync),
        ];
        for (var deed = 0; deed < deeds; deed++)
        {
            var drawn = random.Next(choice.Sum(c => c.Weight));
            trail(await choice.First(c => (drawn -= c.Weight) < 0).DoAsync());
            await model.SettleAsync();
            await AgreeAsync();
        }

        trail("deploy, which has to put everything right");
        await DeployAsync();
        await ShouldBeWholeAsync();
    }

    private async Task<string> DeployNextAsync()
    {
        model.Next();
        await DeployAsync();
        return $"deployed {model.Version}";
    }

    private async Task DeployAsync()
    {
        var result = await ServingAsync(() => model.RunAsync("Deploy"));
        trail($"  {result.Output.Split('\n').LastOrDefault(l => l.Contains(" serves", StringComparison.Ordinal))}");
        result.ShouldHaveEndedWith(0);
        (await model.AskAsync()).ShouldBe(Text(model.Version), $"what Deploy says serves\n{result}");
        if (!result.Output.Contains("nothing changed", StringComparison.Ordinal))
        {
            model.History()[^1].ShouldStartWith("Deploy success");
        }
    }

    private async Task<string> KilledAsync()
    {
        model.Next();
        return $"killed Deploy of {model.Version} {await EndedAsync("Deploy", p => { p.Kill(); return Task.CompletedTask; })}";
    }

    private async Task<string> InterruptedAsync()
    {
        model.Next();
        return $"interrupted Deploy of {model.Version} {await EndedAsync("Deploy", InterruptAsync)}";
    }

    private async Task<string> KilledRollbackAsync() => $"killed Rollback {await EndedAsync("Rollback", p => { p.Kill(); return Task.CompletedTask; })}";

    // Unlike in other tests it may have ended just before.
    private static Task InterruptAsync(RunningProgram program) =>
        RunningProgram.RunAsync(["sh", "-c", "kill -INT \"$0\"", program.Id.ToString(CultureInfo.InvariantCulture)]);

    private async Task<string> EndedAsync(string target, Func<RunningProgram, Task> end)
    {
        var (step, delay, place) = (random.Next(1, MostSteps), random.Next(4) == 0 ? random.Next(400) : 0, "after its end");
        var result = await ServingAsync(async () =>
        {
            using var wait = model.Journal.Expect(e => e.Kind == "StepStarted");
            using var program = model.Start(target);
            if (await wait.HasSeenAsync(program, step) && !program.Completion.IsCompleted)
            {
                // In the middle of a step, wherever that may be.
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                place = model.Journal.Newest().LastOrDefault(e => e.Kind == "StepStarted") is { } at ? $"at step {step} + {delay} ms, {at.Phase}: {at.Text}" : $"at step {step}";
                await end(program);
            }

            return await program.Completion;
        });
        return $"{place}: exit {result.ExitCode}";
    }

    private async Task<string> UnhealthyAsync()
    {
        var before = model.Version;
        model.Next();
        model.Set("HEALTH", "503");
        model.Edit("slipway.yaml", "health: /healthz, ready: 20s", "health: /healthz, ready: 3s");
        var result = await ServingAsync(() => model.RunAsync("Deploy"));
        model.Set("HEALTH", "200");
        model.Edit("slipway.yaml", "health: /healthz, ready: 3s", "health: /healthz, ready: 20s");
        result.ShouldHaveEndedWith(Failed);
        (await model.AskAsync()).ShouldNotBe(Text(model.Version), "what was never ready does not serve");
        return $"deployed {model.Version} after {before}, which is never ready: exit {result.ExitCode}";
    }

    private async Task<string> RollbackAsync()
    {
        var (status, versions) = (await model.StatusAsync(), await model.VersionsAsync());
        var result = await ServingAsync(() => model.RunAsync("Rollback"));
        var said = $"Rollback: exit {result.ExitCode}, {(result.Output + result.Errors).Trim().Split('\n')[^1]}";
        if (status.Warm is { } warm)
        {
            result.ShouldHaveEndedWith(0);
            var slot = status.Containers.FirstOrDefault(c => c is { Service: "web", Role: "warm" } && c.Release == warm);
            slot.ShouldNotBeNull($"{warm} was promised by Status\n{string.Join('\n', status.Containers)}\n{result}");
            (await model.AskAsync()).ShouldBe(versions[slot.Name], $"{warm} was promised by Status\n{result}");
            model.History()[^1].ShouldBe($"Rollback success {warm}");
        }
        else
        {
            result.ExitCode.ShouldBeOneOf([0, NoRollback], result.ToString());
        }

        return said;
    }

    private async Task<string> PartAsync()
    {
        var (part, serving) = (Parts[random.Next(Parts.Length)], await model.AskAsync());
        model.Next();
        var result = await ServingAsync(() => model.RunAsync(part));
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldNotContain("serves after");
        if (part is not ("Switch" or "Watch") && serving is not null)
        {
            (await model.AskAsync()).ShouldBe(serving, result.ToString());
        }

        return $"{part} of {model.Version}: {result.Output.Trim().Split('\n')[^1]}";
    }

    private async Task<string> ExclusiveAsync()
    {
        var before = await model.ContainerIdsAsync();
        (await model.RunAsync("Deploy", "--exclusive")).ShouldHaveEndedWith(BadArgument);
        (await model.ContainerIdsAsync()).ShouldBe(before);
        return "Deploy --exclusive: refused";
    }

    private async Task<string> ComposeAsync()
    {
        var service = Services[random.Next(Services.Length)];
        string[] command = random.Next(8) switch
        {
            0 => ["up", "-d"],
            1 => ["up", "-d", service],
            2 => ["restart", "-t", "1"],
            3 => ["stop", "-t", "1"],
            4 => ["rm", "-sf", service],
            5 => ["restart", "-t", "1", service],
            6 => ["kill", service],
            _ => ["down", "-t", "1"],
        };
        var result = await model.ComposeAsync(command);
        return $"docker compose {string.Join(' ', command)}: exit {result.ExitCode}";
    }

    private async Task<string> EngineAsync()
    {
        var containers = (await model.ContainersAsync()).Select(c => c.Split(' ')[0]).ToList();
        if (containers.Count == 0)
        {
            return "nothing to do anything to";
        }

        var container = $"{model.Name}-{containers[random.Next(containers.Count)]}";
        string[] command = random.Next(7) switch
        {
            0 => ["rm", "-f", container],
            1 => ["stop", "-t", "1", container],
            2 => ["kill", container],
            3 => ["pause", container],
            4 => ["network", "disconnect", "-f", $"{model.Name}_default", container],
            5 => ["restart", "-t", "1", container],
            _ => ["image", "rm", "-f", .. (await model.ReleaseImagesAsync()).Take(1)],
        };
        var result = await Docker.TryAsync(command);
        return $"docker {string.Join(' ', command)}: exit {result.ExitCode}";
    }

    private async Task<string> StopDatabaseAsync()
    {
        await Docker.TryAsync("stop", "-t", "1", $"{model.Name}-store-1");
        return "stopped the database";
    }

    // Whatever a command of Slipway's does, and however it ends: whom the application served before, it serves meanwhile, unless Plan has
    // said that it will not, as when somebody took the proxy off its network.
    private async Task<ProgramResult> ServingAsync(Func<Task<ProgramResult>> run)
    {
        if (await model.AskAsync() is null || (await model.StatusAsync()).Serving is null)
        {
            return await run();
        }

        await using var load = model.StartLoad();
        var result = await run();
        await load.FurtherAsync(10, TestContext.Current.CancellationToken);
        var report = await load.StopAsync();
        report.Failures.ShouldBeEmpty($"{string.Join('\n', report.Failures.Take(5))}\nof {report.Requests} while this ran:\n{result}");
        return result;
    }

    private async Task AgreeAsync()
    {
        var answer = await model.AskAsync();
        var (status, versions) = (await model.StatusAsync(), await model.VersionsAsync());
        var served = status.Serving is { } serving ? versions[serving.Name] : null;
        var isOfCompose = status.Containers.Any(c => c.Service == "web" && c.Role.StartsWith("plain compose's", StringComparison.Ordinal));
        if (!isOfCompose)
        {
            answer.ShouldBe(served, $"what a user gets is what Status says\n{string.Join('\n', status.Containers)}");
        }

        var plan = await model.RunAsync("Plan");
        plan.ExitCode.ShouldBeOneOf([0, 2], plan.ToString());
        if (plan.ExitCode == 0)
        {
            answer.ShouldBe(Text(model.Version), $"Plan says that nothing would change\n{plan}");
        }

        (await model.AskAsync()).ShouldBe(answer, "neither Status nor Plan changes anything");
        trail($"  a user gets {answer ?? "nothing"}; Plan ends with {plan.ExitCode}");
    }

    private async Task ShouldBeWholeAsync()
    {
        var (status, versions) = (await model.StatusAsync(), await model.VersionsAsync());
        var (wanted, all) = (Text(model.Version), string.Join('\n', status.Containers));
        versions[status.Serving.ShouldNotBeNull(all).Name].ShouldBe(wanted, all);
        status.Containers.Where(c => c is { Service: "worker", State: "running" }).Select(c => versions[c.Name]).ShouldBe([wanted, wanted], all);
        status.Containers.Where(c => c is { Service: "clock", State: "running" }).Select(c => versions[c.Name]).ShouldBe([wanted], all);
        status.Containers.Where(c => c.Service == "store").ShouldHaveSingleItem(all).State.ShouldBe("running");
        status.Containers.ShouldNotContain(c => c.Role.StartsWith("plain compose's", StringComparison.Ordinal), all);
        (await model.VolumesAsync()).ShouldBe([$"{model.Name}_data", $"{model.Name}_slots"]);
        (await model.RunAsync("Plan")).ShouldHaveEndedWith(0);
        (await model.RunAsync("Deploy")).ShouldHaveEndedWith(0).Output.ShouldContain("nothing changed");
        var last = model.History().Last(r => r.Contains(" success ", StringComparison.Ordinal));
        last.Split(' ')[^1].ShouldBe(status.Serving.Release);
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}

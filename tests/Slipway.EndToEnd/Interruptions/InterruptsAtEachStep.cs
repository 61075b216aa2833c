using System.Globalization;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.EndToEnd.Model;

namespace Slipway.EndToEnd.Interruptions;

/// <summary>
/// Ctrl-C at the steps of every plan, one after the other: the run ends at once as long as it has changed nothing, and within the grace of what
/// it ends after that.
/// </summary>
public sealed class InterruptsAtEachStep(SlipwayProgram program)
{
    private const int Interrupted = 130;

    /// <summary>Before these are over no container of the application has been changed.</summary>
    private static readonly string[] BeforeChanges = ["Preflight", "Lock", "PullOrBuild", "Backup"];

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <summary>What starting the program that sends the signal, and noticing the end, may add to that.</summary>
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(1);

    /// <summary>What undoing may take beyond the grace of what it ends: compose and the engine have to be asked.</summary>
    private static readonly TimeSpan Undoing = TimeSpan.FromSeconds(Scale.IsFull ? 4 : 8);

    /// <summary>That of compose.yaml.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("Deploy", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("Rollback")]
    [InlineData("hand-over", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("Release", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    public async Task The_run_ends_in_time_and_the_users_of_the_release_before_notice_nothing(string plan)
    {
        await using var model = await ModelApplication.CreateAsync(program, isFronted: true);
        var target = plan == "hand-over" ? "Deploy" : plan;
        var steps = await StepsAsync(model, plan, target);
        var table = new List<string>();
        for (var step = 1; step <= steps; step += Scale.IsFull ? 1 : Math.Max(1, steps / 2))
        {
            await PrepareAsync(model, plan);
            var before = await model.AskAsync();
            table.Add(await InterruptAsync(model, target, step));
            var after = await model.AskAsync();
            if (plan != "Release")
            {
                after.ShouldNotBeNull(string.Join('\n', table));
                after.ShouldBeOneOf([before, model.Version.ToString(CultureInfo.InvariantCulture), (model.Version - 1).ToString(CultureInfo.InvariantCulture)]);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"Ctrl-C during {plan}, {steps} steps:\n{string.Join('\n', table)}");
        InterruptTable.Write(plan, table);
    }

    private static async Task<string> InterruptAsync(ModelApplication model, string target, int step)
    {
        using var wait = model.Journal.Expect(e => e.Kind == "StepStarted");
        using var program = model.Start(target);
        if (!await wait.HasSeenAsync(program, step))
        {
            return $"| {step} | | | it has ended before | |";
        }

        var at = model.Journal.Newest().Where(e => e.Kind == "StepStarted").ElementAt(step - 1);
        var began = TimeProvider.System.GetTimestamp();
        await program.InterruptAsync();
        var result = await program.Completion;
        var took = TimeProvider.System.GetElapsedTime(began);

        result.ExitCode.ShouldBeOneOf([0, Interrupted], result.ToString());
        took.ShouldBeLessThan(BeforeChanges.Contains(at.Phase) ? AtOnce + Measuring : Grace + Undoing, $"{at.Phase}: {at.Text}\n{result}");
        (await model.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
        var undone = result.ExitCode == 0 ? "it was done" : model.Journal.Newest().Any(e => e.Text.Contains("going back to what was there", StringComparison.Ordinal)) ? "taken back" : "nothing to take back";
        var text = at.Text.Replace(model.Name, "model", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"| {step} | {at.Phase} | `{text}` | {took.TotalSeconds:0.0} | {result.ExitCode}, {undone} |");
    }

    // Something to interrupt: each time from an application in which all is right.
    private static async Task PrepareAsync(ModelApplication model, string plan)
    {
        await model.DeployAsync();
        switch (plan)
        {
            case "Deploy":
                model.Next();
                break;
            case "Rollback":
                model.Next();
                await model.DeployAsync();
                break;
            case "hand-over":
                await model.RenewProxyAsync();
                break;
        }
    }

    private static async Task<int> StepsAsync(ModelApplication model, string plan, string target)
    {
        await PrepareAsync(model, plan);
        (await model.RunAsync(target)).ShouldHaveEndedWith(0);
        return model.Journal.Commands().Count;
    }
}

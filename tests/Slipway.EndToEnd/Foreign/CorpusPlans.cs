using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Foreign;

/// <summary>After Init, Plan runs without an edit.</summary>
public sealed class CorpusPlans(SlipwayProgram program)
{
    private const int WouldChange = 2;
    private const int BadConfiguration = 4;
    private const int Refused = 5;

    private static readonly string Corpus = Path.Combine(Environment.GetEnvironmentVariable("SLIPWAY_CORPUS") ?? "", "compose-apps");

    public static bool HasCorpus => Directory.Exists(Corpus);

    public static IEnumerable<TheoryDataRow<string>> Applications => HasCorpus
        ? Directory.GetDirectories(Corpus).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => new TheoryDataRow<string>(name!))
        : [new("none")];

    [Theory(Skip = "SLIPWAY_CORPUS names no folder with compose-apps", SkipUnless = nameof(HasCorpus))]
    [MemberData(nameof(Applications))]
    public async Task An_application_that_Init_describes_can_be_planned_without_an_edit_or_one_sentence_says_why_not(string name)
    {
        await using var application = await CorpusApplication.CreateAsync(program, Path.Combine(Corpus, name));

        var init = await application.RunAsync("Init");

        if (init.ExitCode == BadConfiguration)
        {
            // The reason is one sentence; what to do about it may follow.
            var error = init.Errors.Trim().Split('\n').Where(line => !line.StartsWith("  -> ", StringComparison.Ordinal)).ShouldHaveSingleItem();
            error.ShouldStartWith("Error: ");
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {error}");
            return;
        }

        init.ShouldHaveEndedWith(0);
        var before = await application.SnapshotAsync();
        var plan = await application.RunAsync("Plan");
        (await application.SnapshotAsync()).ShouldBe(before);
        plan.Errors.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: Plan ends with {plan.ExitCode}\n{application.Read("slipway.yaml")}");
        if (plan.ExitCode == Refused)
        {
            // The ports of this machine may be taken; nothing else may stand in the way.
            plan.Output.Split('\n').Where(line => line.Contains("REFUSED", StringComparison.Ordinal)).ShouldAllBe(line => line.Contains("is in use by", StringComparison.Ordinal));
        }
        else
        {
            plan.ShouldHaveEndedWith(WouldChange).Output.ShouldContain("first deployment");
        }
    }
}

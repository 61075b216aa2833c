using Build.Chores.Testing;
using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Documentation;

/// <summary>Finds out whether the README still shows what Plan prints. Counts as one test.</summary>
/// <param name="results">Where the outcome goes.</param>
[TaskName(nameof(CheckDocs))]
[TaskDescription("Checks that the plan in README.md is what Plan prints.")]
[IsDependentOn(typeof(CheckMachine))]
public sealed class CheckDocs(Checkout checkout, TestResults results) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var began = TimeProvider.System.GetTimestamp();
        var trouble = Trouble(context);
        results.Add(new TestOutcome("README.md", trouble is null ? 1 : 0, trouble is null ? 0 : 1, 0, TimeProvider.System.GetElapsedTime(began), trouble));
    }

    private string? Trouble(SlipwayContext context)
    {
        try
        {
            var readme = File.ReadAllText(checkout.At("README.md"));
            var (shown, real) = (Lines(readme), Lines(ReadmePlan.Insert(readme, ReadmePlan.Make(context, checkout.Root))));
            var same = shown.Zip(real).TakeWhile(p => p.First == p.Second).Count();
            return shown.SequenceEqual(real)
                ? null
                : $"line {same + 1} is not what Plan prints, which is: {real.ElementAtOrDefault(same)?.Trim() ?? "nothing"}. Run ./build.sh --target=Docs";
        }
        catch (CakeException e)
        {
            // A task that fails would end the tests that run beside it.
            return e.Message;
        }
    }

    private static string[] Lines(string readme) => ReadmePlan.Masked(readme).Split('\n');
}

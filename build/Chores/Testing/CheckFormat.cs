using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>Checks that every file is formatted as .editorconfig says. Counts as one test.</summary>
/// <param name="results">Where the outcome goes.</param>
[TaskName(nameof(CheckFormat))]
[TaskDescription("Checks that every file is formatted as .editorconfig says.")]
[IsDependentOn(typeof(BuildTests))]
[TaskLock("processors")]
public sealed class CheckFormat(Checkout checkout, TestResults results) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var began = TimeProvider.System.GetTimestamp();
        var exitCode = DotNet.Run(context, checkout.Root, ["format", checkout.At("Slipway.slnx"), "--verify-no-changes", "--no-restore"]);
        var took = TimeProvider.System.GetElapsedTime(began);
        results.Add(exitCode == 0
            ? new TestOutcome("dotnet format", 1, 0, 0, took)
            : new TestOutcome("dotnet format", 0, 1, 0, took, "run 'dotnet format' and commit what it changes"));
    }
}

using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>Builds everything once, warnings as errors.</summary>
/// <param name="results">Told that tests are wanted.</param>
[TaskName(nameof(BuildTests))]
[TaskDescription("Builds all projects, warnings as errors.")]
[IsDependentOn(typeof(CheckMachine))]
public sealed class BuildTests(Checkout checkout, TestResults results) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        results.Wanted = true;

        // Nodes that stay would keep memory that the tests need.
        var exitCode = DotNet.Run(context, checkout.Root, ["build", checkout.At("Slipway.slnx"), "--nologo", "-v", "quiet", "-nodeReuse:false"]);
        if (exitCode != 0)
        {
            throw new CakeException(exitCode, "the solution does not build; the compiler's errors are above");
        }
    }
}

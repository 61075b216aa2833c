using Build.Chores.Testing;
using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Benching;

/// <summary>Builds the benchmarks.</summary>
[TaskName(nameof(BuildBenchmarks))]
[TaskDescription("Builds tests/Benchmarks.")]
[IsDependentOn(typeof(CheckMachine))]
public sealed class BuildBenchmarks(Checkout checkout) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        Directory.CreateDirectory(checkout.At("artifacts", "bench"));
        var exitCode = DotNet.Run(
            context, checkout.Root,
            ["build", checkout.At("tests", "Benchmarks", "Benchmarks.csproj"), "--configuration", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false"]);
        if (exitCode != 0)
        {
            throw new CakeException(exitCode, "the benchmarks do not build; the compiler's errors are above");
        }
    }
}

using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Phases;

namespace Build.Chores.Benching;

/// <summary>Runs one benchmark alone; its tables go to artifacts/bench.</summary>
/// <param name="name">The benchmark's name.</param>
[IsDependentOn(typeof(BuildBenchmarks))]
[TaskLock("processors")]
public abstract class BenchRun(Checkout checkout, string name) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var arguments = new ProcessArgumentBuilder()
            .AppendQuoted(checkout.ProgramOf("Benchmarks", "release"))
            .Append(name)
            .AppendQuoted($"--json={checkout.At("artifacts", "bench", name + ".json")}");
        if (context.Arguments.HasArgument("quick"))
        {
            arguments.Append("--quick");
        }

        var exitCode = context.StartProcess(
            Environment.ProcessPath ?? "dotnet",
            new ProcessSettings { Arguments = arguments, WorkingDirectory = checkout.Root, RedirectStandardOutput = true },
            out var tables);
        if (exitCode != 0)
        {
            throw new CakeException(exitCode, $"the benchmark \"{name}\" failed; its errors are above");
        }

        File.WriteAllLines(checkout.At("artifacts", "bench", name + ".md"), tables);
    }
}

using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Benching;

/// <summary>Puts the figures of all benchmarks into one document; with <c>--apply</c> into docs/benchmark.md.</summary>
[TaskName(nameof(Bench))]
[TaskDescription("Measures the baseline script, compose and Slipway in turn; --quick for less, --apply writes docs/benchmark.md.")]
[IsDependentOn(typeof(BenchEngine))]
[IsDependentOn(typeof(BenchDeploy))]
[IsDependentOn(typeof(BenchLint))]
[IsDependentOn(typeof(BenchHealth))]
[IsDependentOn(typeof(BenchProxies))]
public sealed class Bench(Checkout checkout) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var document = BenchDocument.Of(
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date),
            Environment.ProcessorCount,
            [.. ((string[])["deploy", "engine", "lint", "health", "proxies"]).Select(n => File.ReadAllText(checkout.At("artifacts", "bench", n + ".md")))]);
        context.Console.WriteLine("{0}", document);
        File.WriteAllText(checkout.At("artifacts", "bench", "benchmark.md"), document);
        if (context.Arguments.HasArgument("apply"))
        {
            File.WriteAllText(checkout.At("docs", "benchmark.md"), document);
        }
    }
}

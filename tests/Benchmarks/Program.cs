using Benchmarks.Deploy;
using Benchmarks.Engine;
using Benchmarks.Health;
using Benchmarks.Lint;
using Benchmarks.Proxies;

namespace Benchmarks;

/// <summary>Dispatches on the first argument, the name of a benchmark.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["engine", .. var rest]:
                new EngineBenchmark(rest.Contains("--quick"), JsonFile(rest)).Run(Console.Out);
                return 0;
            case ["deploy", .. var rest]:
                await new DeployBenchmark(BenchOptions.Parse(rest), Console.Error).RunAsync(Console.Out);
                return 0;
            case ["lint", .. var rest]:
                await new LintBenchmark(BenchOptions.Parse(rest), Console.Error).RunAsync(Console.Out);
                return 0;
            case ["health", .. var rest]:
                await new HealthBenchmark(BenchOptions.Parse(rest), Console.Error).RunAsync(Console.Out);
                return 0;
            case ["proxies", .. var rest]:
                await new ProxyBenchmark(BenchOptions.Parse(rest), Console.Error).RunAsync(Console.Out);
                return 0;
            default:
                await Console.Error.WriteLineAsync("Benchmarks engine|deploy|lint|health|proxies [--quick] [--json=FILE]");
                return 1;
        }
    }

    private static string? JsonFile(string[] args) =>
        args.FirstOrDefault(arg => arg.StartsWith("--json=", StringComparison.Ordinal))?["--json=".Length..];
}

using Build;
using Build.Chores;
using Build.Chores.Testing;
using Microsoft.Extensions.DependencyInjection;
using Slipway;
using Slipway.Hosts;
using Slipway.Options;

// The folder of this repository is where the sample lies; the host itself runs from artifacts/host.
var checkout = new Checkout(Repository.Find(AppContext.BaseDirectory));
var sample = checkout.At("samples", "hello-bot");
var asker = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In;
var commandLine = CommandLineOptions.Read(args, sample, "quick");
if ((UsageHost.Run(commandLine, Console.Out, Console.Error)
    ?? LintHost.Run(commandLine, Console.Out, Console.Error)
    ?? InitHost.Run(commandLine, Console.Out, Console.Error, asker)) is { } answered)
{
    return answered;
}

var tests = new TestResults();
var exitCode = SlipwayHost.Run(commandLine, typeof(Checkout).Assembly, services => services
    .AddSingleton(checkout)
    .AddSingleton(tests)
    .AddSingleton<TestPrograms>());
if (tests.Wanted)
{
    // After the report of the run: continuous integrations look for it in the very last line.
    Console.Out.WriteLine(tests.Total);
}

return exitCode;

using Build;
using Build.Chores;
using Build.Chores.Testing;
using Microsoft.Extensions.DependencyInjection;
using Slipway;
using Slipway.Drafts;
using Slipway.Linting;
using Slipway.Sessions;

// The folder of this repository is where the sample lies; the host itself runs from artifacts/host.
var checkout = new Checkout(Repository.Find(AppContext.BaseDirectory));
var sample = checkout.At("samples", "hello-bot");
var asker = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In;
if ((UsageHost.Run(args, Console.Out, Console.Error, "quick")
    ?? LintHost.Run(args, sample, Console.Out, Console.Error)
    ?? InitHost.Run(args, sample, Console.Out, Console.Error, asker)) is { } answered)
{
    return answered;
}

var tests = new TestResults();
var exitCode = SlipwayHost.Run(args, sample, typeof(Checkout).Assembly, services => services
    .AddSingleton(checkout)
    .AddSingleton(tests)
    .AddSingleton<TestPrograms>());
if (tests.Wanted)
{
    // After the report of the run: continuous integrations look for it in the very last line.
    Console.Out.WriteLine(tests.Total);
}

return exitCode;

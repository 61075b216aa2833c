using Build;
using Build.Chores;
using Build.Chores.Testing;
using Microsoft.Extensions.DependencyInjection;
using Slipway;
using Slipway.Drafts;

// The folder of this repository is where the sample lies; the host itself runs from artifacts/host.
var checkout = new Checkout(Repository.Find(AppContext.BaseDirectory));
if (InitHost.Run(args, checkout.At("samples", "hello-bot"), Console.Out, Console.Error, Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In) is { } exit)
{
    return exit;
}

var tests = new TestResults();
var exitCode = SlipwayHost.Run(args, checkout.At("samples", "hello-bot"), typeof(Checkout).Assembly, services => services
    .AddSingleton(checkout)
    .AddSingleton(tests)
    .AddSingleton<TestPrograms>());
if (tests.Wanted)
{
    // After the report of the run: continuous integrations look for it in the very last line.
    Console.Out.WriteLine(tests.Total);
}

return exitCode;

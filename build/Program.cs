using Build;
using Build.Chores;
using Build.Chores.Testing;
using Microsoft.Extensions.DependencyInjection;
using Slipway;

// The folder of this repository is where the sample lies; the host itself runs from artifacts/host.
var checkout = new Checkout(Repository.Find(AppContext.BaseDirectory));
var options = new Dictionary<string, string>
{
    ["bootstrap"] = "Installs and starts what is missing on this machine",
    ["quick"] = "Bench: less often, for a first look",
};
var tests = new TestResults();
var exitCode = new SlipwayHost(args) { Program = "./build.sh", Folder = checkout.At("samples", "hello-bot"), Options = options }
    .Configure(host => host.ConfigureServices(services => services
        .AddSingleton(checkout)
        .AddSingleton(tests)
        .AddSingleton<TestPrograms>()))
    .Run();
if (tests.Wanted)
{
    // After the report of the run: continuous integrations look for it in the very last line.
    Console.Out.WriteLine(tests.Total);
}

return exitCode;

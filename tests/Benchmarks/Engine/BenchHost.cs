using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Graph;
using Slipway.Graph.Options;
using Slipway.Graph.Output;

namespace Benchmarks.Engine;

/// <summary>A Cake host whose output goes nowhere, with our engine or with Cake's own.</summary>
internal sealed class BenchHost : IDisposable
{
    private readonly ServiceProvider _services;

    public BenchHost(bool cakesOwn, Action<ParallelEngineOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICakeArguments>(new CakeArguments(Enumerable.Empty<string>().ToLookup(name => name)));
        services.AddSingleton<ICakeConfiguration>(new CakeConfiguration(new Dictionary<string, string>()));
        services.AddSingleton<ICakePlatform, CakePlatform>().AddSingleton<ICakeRuntime, CakeRuntime>()
            .AddSingleton<ICakeEnvironment, CakeEnvironment>().AddSingleton<IFileSystem, FileSystem>().AddSingleton<IGlobber, Globber>()
            .AddSingleton<IRegistry, WindowsRegistry>().AddSingleton<IToolRepository, ToolRepository>()
            .AddSingleton<IToolResolutionStrategy, ToolResolutionStrategy>().AddSingleton<IToolLocator, ToolLocator>()
            .AddSingleton<IToolInstaller, ToolInstaller>().AddSingleton<IExecutionStrategy, DefaultExecutionStrategy>()
            .AddSingleton<ICakeContext, CakeContext>();
        if (cakesOwn)
        {
            services.AddSingleton<IConsole, SilentConsole>().AddSingleton<ICakeLog>(provider => new CakeBuildLog(provider.GetRequiredService<IConsole>()))
                .AddSingleton<ICakeDataService, CakeDataService>()
                .AddSingleton<IProcessRunner, ProcessRunner>().AddSingleton<ICakeEngine, CakeEngine>();

            // Cake's printer of reports wants the context, which wants the log: the benchmark never prints a report.
            services.AddSingleton<ICakeReportPrinter, SilentReportPrinter>();
        }
        else
        {
            services.AddParallelEngine(configure);
            services.AddSingleton<ITerminal, SilentTerminal>();
        }

        _services = services.BuildServiceProvider();
    }

    public ICakeEngine Engine => _services.GetRequiredService<ICakeEngine>();

    public void Run(string target) => Engine.RunTargetAsync(
        _services.GetRequiredService<ICakeContext>(),
        _services.GetRequiredService<IExecutionStrategy>(),
        new ExecutionSettings().SetTarget(target)).GetAwaiter().GetResult();

    /// <summary>Creates what a run needs, so that no measurement includes it.</summary>
    public void Prepare()
    {
        _ = Engine;
        _ = _services.GetRequiredService<ICakeContext>();
        _ = _services.GetRequiredService<IExecutionStrategy>();
    }

    public void Dispose() => _services.Dispose();
}

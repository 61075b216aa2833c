using System.Globalization;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Graph.Dummy;

/// <summary>A whole process that runs tasks, for what only a process of its own can show: signals, the terminal, start-up time.</summary>
internal sealed class Host(string[] args)
{
    public int Run()
    {
        var services = new ServiceCollection();
        AddCake(services, args);
        if (args[0] == "cake-fan")
        {
            services.AddSingleton<IConsole, CakeConsole>().AddSingleton<ICakeLog, CakeBuildLog>().AddSingleton<ICakeReportPrinter, CakeReportPrinter>()
                .AddSingleton<ICakeEngine, CakeEngine>();
        }
        else
        {
            services.AddParallelEngine(o => o.StopGrace = Grace(args));
        }

        using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<ICakeEngine>();
        new Scenarios(engine).Register(args[0], args[1..]);
        try
        {
            var report = engine.RunTargetAsync(
                provider.GetRequiredService<ICakeContext>(),
                provider.GetRequiredService<IExecutionStrategy>(),
                new ExecutionSettings().SetTarget("Default")).GetAwaiter().GetResult();
            provider.GetRequiredService<ICakeReportPrinter>().Write(report);
            return 0;
        }
        catch (CakeReportException error)
        {
            provider.GetRequiredService<ICakeReportPrinter>().Write(error.Report);
            provider.GetRequiredService<ICakeLog>().Error(error.Message);
            return error.InnerException is CakeException inner ? inner.ExitCode : 1;
        }
    }

    private static TimeSpan Grace(string[] args) => TimeSpan.FromSeconds(double.Parse(
        args.FirstOrDefault(a => a.StartsWith("--grace=", StringComparison.Ordinal))?[8..] ?? "1", CultureInfo.InvariantCulture));

    private static void AddCake(ServiceCollection services, string[] args)
    {
        var arguments = args.Where(a => a.StartsWith("--", StringComparison.Ordinal)).Select(a => a[2..].Split('=', 2))
            .ToLookup(p => p[0], p => p.Length > 1 ? p[1] : string.Empty);
        services.AddSingleton<ICakeArguments>(new CakeArguments(arguments));
        services.AddSingleton<ICakeConfiguration>(new CakeConfiguration(new Dictionary<string, string>()));
        services.AddSingleton<ICakePlatform, CakePlatform>().AddSingleton<ICakeRuntime, CakeRuntime>()
            .AddSingleton<ICakeEnvironment, CakeEnvironment>().AddSingleton<IFileSystem, FileSystem>().AddSingleton<IGlobber, Globber>()
            .AddSingleton<IRegistry, WindowsRegistry>().AddSingleton<IToolRepository, ToolRepository>()
            .AddSingleton<IToolResolutionStrategy, ToolResolutionStrategy>().AddSingleton<IToolLocator, ToolLocator>().AddSingleton<IToolInstaller, ToolInstaller>()
            .AddSingleton<CakeDataService>().AddSingleton<ICakeDataService>(p => p.GetRequiredService<CakeDataService>())
            .AddSingleton<IProcessRunner, ProcessRunner>().AddSingleton<IExecutionStrategy, DefaultExecutionStrategy>()
            .AddSingleton<ICakeContext, CakeContext>();
    }
}

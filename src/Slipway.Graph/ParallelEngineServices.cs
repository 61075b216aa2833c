using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Graph.Engine;
using Slipway.Graph.Options;
using Slipway.Graph.Output;
using Slipway.Graph.Output.Folding;
using Slipway.Graph.Processes;
using Slipway.Graph.Reporting;
using Slipway.Graph.Scopes;
using Slipway.Graph.Tasks;
using Slipway.Graph.Workers;

namespace Slipway.Graph;

/// <summary>Plugs the parallel engine into a Cake host.</summary>
public static class ParallelEngineServices
{
    /// <summary>
    /// Replaces Cake's engine, log, console, process runner, report, environment, data service and tool repository by ones that are
    /// safe for tasks that run at the same time. Call it in ConfigureServices, after which the last registration of each wins.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets options; null keeps their defaults.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddParallelEngine(this IServiceCollection services, Action<ParallelEngineOptions>? configure = null)
    {
        var options = new ParallelEngineOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton<TaskScopes>();
        services.AddSingleton<WorkerPool>();
        services.AddSingleton<RunRecorder>();
        services.AddSingleton<ITerminal>(_ => new ConsoleTerminal(options.Mask));
        services.AddSingleton(p => View(p.GetRequiredService<ITerminal>(), options.TimeProvider));
        services.AddSingleton<OutputRouter>();
        services.AddSingleton<ICakeLog, TaskLog>();
        services.AddSingleton<IConsole, TaskConsole>();
        services.AddSingleton<ICakeReportPrinter, ParallelReportPrinter>();
        services.AddSingleton<IWavesPrinter, WavesPrinter>();
        services.AddKeyedSingleton<IScriptHost, WavesScriptHost>(WavesScriptHost.Key);
        services.AddSingleton<ConcurrentDataService>();
        services.AddSingleton<ICakeDataService>(p => p.GetRequiredService<ConcurrentDataService>());
        services.AddSingleton<ICakeDataResolver>(p => p.GetRequiredService<ConcurrentDataService>());
        services.AddSingleton<ICakeEnvironment, TaskEnvironment>();
        services.AddSingleton<IToolRepository, ConcurrentToolRepository>();
        services.AddSingleton(Runner);
        services.AddSingleton<IProcessRunner>(p => p.GetRequiredService<TaskProcessRunner>());
        services.AddSingleton<ICakeEngine>(Engine);
        UnwrapExitCodes(services);
        return services;
    }

    private static RunView View(ITerminal terminal, TimeProvider time)
    {
        var folds = terminal.IsInteractive ? null : FoldDetector.Detect(terminal.Variable);
        return new RunView(terminal, folds, terminal.IsInteractive ? new LiveFooter(terminal, time) : null, time);
    }

    private static TaskProcessRunner Runner(IServiceProvider provider) => new(
        provider.GetRequiredService<ICakeEnvironment>(),
        provider.GetRequiredService<ICakeLog>(),
        provider.GetRequiredService<ICakeConfiguration>(),
        provider.GetRequiredService<OutputRouter>(),
        provider.GetRequiredService<WorkerPool>(),
        provider.GetRequiredService<ParallelEngineOptions>().StopGrace);

    private static ParallelCakeEngine Engine(IServiceProvider provider) => new(
        provider.GetRequiredService<ICakeDataService>(),
        (actions, events) => new RunServices(
            provider.GetRequiredService<ParallelEngineOptions>(),
            provider.GetRequiredService<ICakeLog>(),
            provider.GetRequiredService<OutputRouter>(),
            provider.GetRequiredService<RunRecorder>(),
            provider.GetRequiredService<TaskProcessRunner>().Unscoped,
            provider.GetRequiredService<WorkerPool>(),
            actions,
            events));

    // The host's context type is that of whichever Frosting is in use, so it is read from what that one has registered.
    private static void UnwrapExitCodes(IServiceCollection services)
    {
        var hosts = services.Select(s => s.ServiceType).Where(IsScriptHost).Distinct().ToList();
        foreach (var host in hosts)
        {
            services.AddSingleton(host, typeof(UnwrappingScriptHost<>).MakeGenericType(host.GenericTypeArguments));
        }
    }

    private static bool IsScriptHost(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(BuildScriptHost<>);
}

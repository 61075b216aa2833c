using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Graph.Options;
using Slipway.Graph.Output;
using Slipway.Graph.Records;
using Slipway.Graph.Reporting;

namespace Slipway.Graph.Tests.Harness;

/// <summary>A Cake host with the parallel engine plugged in, and with a terminal that remembers.</summary>
internal sealed class EngineHost : IDisposable
{
    private readonly ServiceProvider _services;

    public EngineHost(
        Action<ParallelEngineOptions>? configure = null,
        RecordedTerminal? terminal = null,
        params (string Name, string Value)[] arguments)
    {
        Terminal = terminal ?? new RecordedTerminal();
        var services = new ServiceCollection();
        services.AddSingleton<ICakeArguments>(new CakeArguments(arguments.ToLookup(p => p.Name, p => p.Value)));
        services.AddSingleton<ICakeConfiguration>(new CakeConfiguration(new Dictionary<string, string>()));
        services.AddSingleton<ICakePlatform, CakePlatform>().AddSingleton<ICakeRuntime, CakeRuntime>()
            .AddSingleton<ICakeEnvironment, CakeEnvironment>().AddSingleton<IFileSystem, FileSystem>().AddSingleton<IGlobber, Globber>()
            .AddSingleton<IRegistry, WindowsRegistry>().AddSingleton<IToolResolutionStrategy, ToolResolutionStrategy>()
            .AddSingleton<IToolLocator, ToolLocator>().AddSingleton<IToolInstaller, ToolInstaller>()
            .AddSingleton<IExecutionStrategy, DefaultExecutionStrategy>()
            .AddSingleton<ICakeContext, CakeContext>();

        // Console.Out is the whole test run's: capturing it is tested in a process of its own.
        services.AddParallelEngine(options =>
        {
            options.CaptureConsole = false;
            configure?.Invoke(options);
        });
        services.AddSingleton<ITerminal>(Terminal);
        _services = services.BuildServiceProvider();
    }

    public RecordedTerminal Terminal { get; }

    public ICakeEngine Engine => Get<ICakeEngine>();

    public ICakeContext Context => Get<ICakeContext>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public CakeTaskBuilder Task(string name, params string[] dependencies)
    {
        var task = Engine.RegisterTask(name);
        foreach (var dependency in dependencies)
        {
            task.IsDependentOn(dependency);
        }

        return task;
    }

    public Task<CakeReport> RunAsync(params string[] targets) => RunAsync(new ExecutionSettings().SetTargets(targets));

    public Task<CakeReport> RunAsync(ExecutionSettings settings, IExecutionStrategy? strategy = null) =>
        System.Threading.Tasks.Task.Run(() => Engine.RunTargetAsync(Context, strategy ?? Get<IExecutionStrategy>(), settings));

    /// <summary>Runs targets that are expected to fail.</summary>
    public async Task<CakeReportException> FailAsync(params string[] targets) =>
        await Should.ThrowAsync<CakeReportException>(() => RunAsync(targets));

    public RunRecord RecordOf(CakeReport report) => Get<RunRecorder>().Find(report).ShouldNotBeNull();

    public void Dispose() => _services.Dispose();
}

using System.ComponentModel;
using System.Diagnostics;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Slipway.Graph.Output;
using Slipway.Graph.Scopes;
using Slipway.Graph.Workers;
using Slipway.Processes;

namespace Slipway.Graph.Processes;

/// <summary>Starts processes for tasks: what they print goes to the task, and they end with it when it is cancelled.</summary>
internal sealed class TaskProcessRunner(
    ICakeEnvironment environment,
    ICakeLog log,
    ICakeConfiguration configuration,
    OutputRouter router,
    WorkerPool workers,
    TimeSpan grace) : IProcessRunner
{
    /// <summary>The processes that were started outside tasks.</summary>
    public ScopeProcesses Unscoped { get; } = new();

    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        var scope = router.Scopes.Current;
        var cancellation = scope?.Cancellation ?? CancellationToken.None;
        cancellation.ThrowIfCancellationRequested();

        var family = new ProcessFamily();
        var process = Launch(Describe(filePath, settings, family), filePath);
        var started = new TaskProcess(process, family, new ProcessOutput(settings, scope, router), workers, grace, cancellation);
        (scope?.Processes ?? Unscoped).Add(started);
        return started;
    }

    private ProcessStartInfo Describe(FilePath filePath, ProcessSettings settings, ProcessFamily family)
    {
        var arguments = settings.Arguments ?? new ProcessArgumentBuilder();
        if (!settings.Silent)
        {
            var shown = string.Equals(configuration.GetValue("Settings_ShowProcessCommandLine"), "true", StringComparison.OrdinalIgnoreCase);
            log.Verbose(
                shown ? log.Verbosity : Verbosity.Diagnostic,
                "Executing: {0}",
                $"{filePath.FullPath} {arguments.RenderSafe()}".TrimEnd());
        }

        var info = new ProcessStartInfo(filePath.FullPath, arguments.Render())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!settings.NoWorkingDirectory)
        {
            info.WorkingDirectory = (settings.WorkingDirectory ?? environment.WorkingDirectory).MakeAbsolute(environment).FullPath;
        }

        info.Environment["CAKE"] = "True";
        info.Environment["CAKE_VERSION"] = environment.Runtime.CakeVersion.ToString(3);
        info.Environment[family.Variable.Key] = family.Variable.Value;
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private static Process Launch(ProcessStartInfo info, FilePath filePath)
    {
        try
        {
            return Process.Start(info) ?? throw new CakeException($"'{filePath.FullPath}' did not start.");
        }
        catch (Win32Exception error)
        {
            throw new CakeException(
                $"'{filePath.FullPath}' could not be started in '{info.WorkingDirectory}': {error.Message}. Is it installed and on PATH?", error);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Cake.Core.IO;
using Slipway.Graph.Scopes;
using Slipway.Graph.Workers;
using Slipway.Processes;

namespace Slipway.Graph.Processes;

/// <summary>A process that a task has started. It ends, with all that it started, when the task is cancelled.</summary>
internal sealed class TaskProcess : IProcess, IScopeProcess
{
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly ProcessTree _tree;
    private readonly TimeSpan _grace;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly OutputPump _outputPump;
    private readonly OutputPump _errorPump;
    private readonly Lock _stopping = new();

    public TaskProcess(Process process, ProcessFamily family, ProcessOutput output, WorkerPool workers, TimeSpan grace, CancellationToken cancellation)
    {
        _process = process;
        _tree = family.Below(process);
        _grace = grace;
        _cancellation = cancellation;
        _outputPump = new OutputPump(process.StandardOutput, l => output.Standard(l, _output), workers);
        _errorPump = new OutputPump(process.StandardError, l => output.Error(l, _error), workers);

        // On a worker of its own: whoever cancels must not wait for the grace of every process in turn.
        _registration = cancellation.Register(() => workers.Queue(Stop));
    }

    public bool IsRunning => !_process.HasExited;

    public void WaitForExit()
    {
        _process.WaitForExit();
        EndOfOutput();
        _cancellation.ThrowIfCancellationRequested();
    }

    public bool WaitForExit(int milliseconds)
    {
        if (_process.WaitForExit(milliseconds))
        {
            EndOfOutput();
            _cancellation.ThrowIfCancellationRequested();
            return true;
        }

        Kill();
        return false;
    }

    public int GetExitCode() => _process.ExitCode;

    public IEnumerable<string> GetStandardError() => Lines(_error, _errorPump);

    public IEnumerable<string> GetStandardOutput() => Lines(_output, _outputPump);

    public void Kill()
    {
        _tree.Kill();
        _process.WaitForExit(KillPatience);
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (_stopping)
        {
            _tree.Stop(_grace);
        }
    }

    // The process itself is kept: what it started may have to be ended after the task has let go of it.
    public void Dispose() => _registration.Dispose();

    private IEnumerable<string> Lines(ConcurrentQueue<string> lines, OutputPump pump)
    {
        _process.WaitForExit();
        pump.WaitForEnd(_tree.IsAlive);
        while (lines.TryDequeue(out var line))
        {
            yield return line;
        }
    }

    private void EndOfOutput()
    {
        _outputPump.WaitForEnd(_tree.IsAlive);
        _errorPump.WaitForEnd(_tree.IsAlive);
    }
}

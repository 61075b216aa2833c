using System.Runtime.InteropServices;
using Cake.Core;

namespace Slipway.Graph.Engine;

/// <summary>Turns the first Ctrl-C or SIGTERM into an orderly end of the run; the second ends everything at once.</summary>
internal sealed class InterruptWatch : IDisposable
{
    private readonly RunState _state;
    private readonly Action<string> _tell;
    private readonly Action _abandon;
    private readonly PosixSignalRegistration[] _registrations;
    private int _signals;

    /// <param name="state">The run to stop.</param>
    /// <param name="tell">Shows a line to the user.</param>
    /// <param name="abandon">What must be done before the process dies at the second signal.</param>
    public InterruptWatch(RunState state, Action<string> tell, Action abandon)
    {
        _state = state;
        _tell = tell;
        _abandon = abandon;
        PosixSignal[] signals = OperatingSystem.IsWindows()
            ? [PosixSignal.SIGINT, PosixSignal.SIGTERM]
            : [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = Array.ConvertAll(signals, s => PosixSignalRegistration.Create(s, OnSignal));
    }

    public void Dispose() => Array.ForEach(_registrations, r => r.Dispose());

    private void OnSignal(PosixSignalContext signal)
    {
        if (Interlocked.Increment(ref _signals) > 1)
        {
            // Not cancelled: after this handler the runtime lets the signal do what it does by default.
            _abandon();
            return;
        }

        signal.Cancel = true;

        // 128 + the number of the signal is what every shell reports for a process that a signal has ended.
        var (code, name) = signal.Signal switch
        {
            PosixSignal.SIGINT => (130, "Ctrl-C"),
            PosixSignal.SIGTERM => (143, "SIGTERM"),
            _ => (129, "the end of its terminal"),
        };
        _tell($"Interrupted by {name}: ending what runs. Once more ends it at once and without cleaning up.");
        _state.TryFail(new RunFailure("the run was interrupted", new CakeException(code, $"The run was interrupted by {name}.")));
    }
}

using Slipway.Deployment.Targets;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Opens the session of this command once, as early as possible: while Cake starts, compose and the engine already answer.</summary>
/// <param name="docker">Makes the commands of steps.</param>
public sealed class SessionSource(CommandLineOptions commandLine, IDockerCommandLines docker) : IAsyncDisposable
{
    private readonly CancellationTokenSource _abandoned = new();
    private readonly System.Threading.Lock _gate = new();
    private Task<Session>? _opening;

    /// <summary>The exit code that a successful command has; Plan sets it.</summary>
    public ExitCode Success { get; set; } = ExitCode.Success;

    /// <summary>The session.</summary>
    /// <param name="cancellation">Gives up, with whatever is being read.</param>
    /// <returns>The session, once it is open.</returns>
    /// <exception cref="SlipwayException">The configuration is wrong, or the engine can't be reached.</exception>
    public async Task<Session> OpenAsync(CancellationToken cancellation)
    {
        Begin();
        try
        {
            return await _opening!.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await _abandoned.CancelAsync();
            throw;
        }
    }

    /// <summary>Begins to open the session, for somebody who will ask for it.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _opening ??= Task.Run(() => Session.OpenAsync(
                commandLine.Session(),
                commandLine.IsRollback ? PhaseGraph.Rollback : commandLine.IsRelease ? PhaseGraph.Release : PhaseGraph.Deployment,
                docker,
                _abandoned.Token));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_opening is { } opening && await Task.WhenAny(opening) is { IsCompletedSuccessfully: true })
        {
            await (await opening).DisposeAsync();
        }

        _abandoned.Dispose();
    }
}

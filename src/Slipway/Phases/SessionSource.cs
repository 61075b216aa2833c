using Slipway.Deployment.Secrets;
using Slipway.Deployment.Targets;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Opens the session of this command once, as early as possible: while Cake starts, compose and the engine already answer.</summary>
public sealed class SessionSource : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _abandoned = new();
    private readonly System.Threading.Lock _gate = new();
    private readonly CommandLineOptions _commandLine;
    private readonly IDockerCommandLines _docker;
    private readonly Lazy<SecretMask> _early;
    private Task<Session>? _opening;
    private int _isDisposed;

    /// <summary>Prepares to open the session of a command.</summary>
    /// <param name="commandLine">What the user asked for.</param>
    /// <param name="docker">Makes the commands of steps.</param>
    /// <param name="tasks">The tasks of this host.</param>
    /// <param name="additions">What the user's own build adds.</param>
    internal SessionSource(CommandLineOptions commandLine, IDockerCommandLines docker, TaskMap tasks, RunAdditions additions)
    {
        (_commandLine, _docker, Tasks, Additions) = (commandLine, docker, tasks, additions);
        _early = new Lazy<SecretMask>(() => SurroundingSecrets.Mask(Path.GetFullPath(commandLine.Value("app") ?? commandLine.DefaultFolder)));
    }

    /// <summary>The exit code that a successful command has; Plan sets it.</summary>
    public ExitCode Success { get; set; } = ExitCode.Success;

    /// <summary>The tasks of this host.</summary>
    internal TaskMap Tasks { get; }

    /// <summary>What the user's own build adds.</summary>
    internal RunAdditions Additions { get; }

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

    /// <summary>Takes out of a text what is secret, as far as that is known by now.</summary>
    /// <returns>The text without secrets.</returns>
    internal string Mask(string text) => (_opening is { IsCompletedSuccessfully: true } session ? session.Result.Mask : _early.Value).Apply(text);

    /// <summary>Begins to open the session, for somebody who will ask for it.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _opening ??= Task.Run(() => Session.OpenAsync(
                _commandLine.Session(), Tasks.Phases(_commandLine.Action, _commandLine.Targets), _docker, _abandoned.Token));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        // What hangs, such as a file that nobody ends writing, ends with the process.
        await _abandoned.CancelAsync();
        if (_opening is { } opening && await Task.WhenAny(opening, Task.Delay(Patience)) == opening && opening.IsCompletedSuccessfully)
        {
            await (await opening).DisposeAsync();
        }

        _abandoned.Dispose();
    }
}

using Slipway.Errors;

namespace Slipway.Sessions;

/// <summary>Opens the session of this command once, as early as possible: while Cake starts, compose and the engine already answer.</summary>
/// <param name="arguments">The arguments of the process.</param>
/// <param name="folder">The application's folder when none is named.</param>
/// <param name="targets">The targets that the arguments name.</param>
public sealed class SessionSource(IReadOnlyList<string> arguments, string folder, IReadOnlyList<string> targets) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<Session>? _opening;

    /// <summary>The exit code that a successful command has; Plan sets it.</summary>
    public ExitCode Success { get; set; } = ExitCode.Success;

    /// <summary>The session.</summary>
    /// <returns>The session, once it is open.</returns>
    /// <exception cref="SlipwayException">The configuration is wrong, or the engine can't be reached.</exception>
    public Task<Session> OpenAsync()
    {
        lock (_gate)
        {
            return _opening ??= Task.Run(() => Session.OpenAsync(Options(), CancellationToken.None));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_opening is { } opening && await Task.WhenAny(opening) is { IsCompletedSuccessfully: true })
        {
            await (await opening).DisposeAsync();
        }
    }

    private SlipwayOptions Options()
    {
        var options = SlipwayOptions.Parse(arguments, folder);
        return options with { GoesBack = options.Release is null && targets is [var target] && target.Equals("Rollback", StringComparison.OrdinalIgnoreCase) };
    }
}

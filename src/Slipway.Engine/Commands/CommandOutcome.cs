namespace Slipway.Engine.Commands;

/// <summary>How a command ended.</summary>
/// <param name="Output">Its standard output, when it was asked for; else empty.</param>
/// <param name="LastErrors">The last lines of its standard error, at most 20.</param>
public sealed record CommandOutcome(int ExitCode, string Output, IReadOnlyList<string> LastErrors)
{
    /// <summary>Why it failed, in its own words, on one line: without the warnings that compose writes before.</summary>
    public string Reason =>
        string.Join("; ", LastErrors.Where(l => !l.Contains("level=warning", StringComparison.Ordinal)) is var said && said.Any() ? said : LastErrors);
}

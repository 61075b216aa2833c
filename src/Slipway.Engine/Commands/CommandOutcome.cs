namespace Slipway.Engine.Commands;

/// <summary>How a command ended.</summary>
/// <param name="Output">Its standard output, when it was asked for; else empty.</param>
/// <param name="LastErrors">The last lines of its standard error, at most 20.</param>
public sealed record CommandOutcome(int ExitCode, string Output, IReadOnlyList<string> LastErrors);

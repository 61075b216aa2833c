namespace Benchmarks.Deploy;

/// <summary>How a program that succeeded ended.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Took">From its start to its end.</param>
internal sealed record ShellOutcome(string Output, TimeSpan Took);

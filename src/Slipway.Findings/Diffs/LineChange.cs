namespace Slipway.Findings.Diffs;

/// <summary>A line of a difference.</summary>
/// <param name="Kind">' ' stays, '-' goes, '+' comes.</param>
/// <param name="Line">The line with its line break.</param>
internal readonly record struct LineChange(char Kind, string Line);

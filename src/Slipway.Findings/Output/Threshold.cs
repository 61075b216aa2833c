namespace Slipway.Findings.Output;

/// <summary>From which severity on findings fail a check.</summary>
public static class Threshold
{
    /// <summary>Whether findings fail the check.</summary>
    /// <param name="files">The files that were looked at.</param>
    /// <param name="severity">The least severity that fails; <see cref="Severity.Off"/> fails nothing.</param>
    /// <returns>True if one of them is as severe or worse.</returns>
    public static bool IsReached(IEnumerable<CheckedFile> files, Severity severity) =>
        severity != Severity.Off && files.SelectMany(f => f.Findings).Any(f => f.Severity >= severity);
}

using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Fixing;

/// <summary>What came of mending a file.</summary>
/// <param name="Before">The text that was read.</param>
/// <param name="After">The text as it should be; the one that was read when the fixes came to no end.</param>
/// <param name="Applied">The findings that were mended, in the order in which they were.</param>
/// <param name="Remaining">What is found in the new text.</param>
/// <param name="Files">Files to be written where there are none.</param>
/// <param name="Rounds">How often the text was changed.</param>
/// <param name="Converged">Whether a further round would change nothing.</param>
public sealed record FixOutcome(
    SourceText Before, SourceText After, IReadOnlyList<Finding> Applied, IReadOnlyList<Finding> Remaining, IReadOnlyList<NewFile> Files, int Rounds,
    bool Converged)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool Changes => Files.Count > 0 || !string.Equals(Before.Text, After.Text, StringComparison.Ordinal);
}

using Slipway.Findings.Sources;

namespace Slipway.Findings;

/// <summary>A file that was looked at.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Findings">What was found in it, in the order of the file.</param>
public sealed record CheckedFile(SourceText Source, IReadOnlyList<Finding> Findings)
{
    /// <summary>The name by which baselines know the file, wherever the check is run from: the path that the user knows unless it is set.</summary>
    public string Name { get; init; } = Source.Path;
}

using Slipway.Findings.Sources;

namespace Slipway.Findings.Output;

/// <summary>A file that was looked at.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Findings">What was found in it, in the order of the file.</param>
public sealed record CheckedFile(SourceText Source, IReadOnlyList<Finding> Findings);

using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Linting;

/// <summary>What was found in a Dockerfile.</summary>
/// <param name="Findings">What is reported, in the order of the file.</param>
/// <param name="Outweighed">Findings of known rules that better advice wins over, with that advice.</param>
public sealed record DockerfileReport(Dockerfile File, IReadOnlyList<Finding> Findings, IReadOnlyList<OutweighedFinding> Outweighed)
{
    /// <summary>The report as the writers of findings take it.</summary>
    /// <returns>The file with its findings.</returns>
    public CheckedFile ToCheckedFile() => new(File.Source, Findings);
}

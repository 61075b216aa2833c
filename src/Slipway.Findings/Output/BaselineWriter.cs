using Slipway.Findings.Baselines;

namespace Slipway.Findings.Output;

/// <summary>Writes findings as a baseline, which the next check puts up with.</summary>
public sealed class BaselineWriter : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output) => output.Write(Baseline.Write(files));
}

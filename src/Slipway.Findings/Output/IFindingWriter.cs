namespace Slipway.Findings.Output;

/// <summary>Writes findings in some format.</summary>
public interface IFindingWriter
{
    /// <summary>Writes all findings.</summary>
    /// <param name="files">The files that were looked at.</param>
    /// <param name="output">Where to.</param>
    void Write(IReadOnlyList<CheckedFile> files, TextWriter output);
}

namespace Slipway.Findings.Sources;

/// <summary>A place as an editor shows it.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, counted in UTF-16 units.</param>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>The position as messages have it.</summary>
    /// <returns><c>line:column</c>.</returns>
    public override string ToString() => $"{Line}:{Column}";
}

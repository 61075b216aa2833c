namespace Slipway.Findings.Sources;

/// <summary>A range of characters.</summary>
/// <param name="Start">The first character, from 0, counted in UTF-16 units.</param>
/// <param name="Length">How many there are.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The place after the last character.</summary>
    public int End => Start + Length;

    /// <summary>Makes a span from its two ends.</summary>
    /// <param name="start">The first character.</param>
    /// <param name="end">The place after the last one.</param>
    /// <returns>The span.</returns>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether two edits of these spans would get into each other's way. Two insertions at one place do.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>True if so.</returns>
    public bool Conflicts(TextSpan other) => Start == other.Start || (Start < other.End && other.Start < End);
}

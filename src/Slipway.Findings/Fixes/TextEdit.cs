using Slipway.Findings.Sources;

namespace Slipway.Findings.Fixes;

/// <summary>Characters to be replaced.</summary>
/// <param name="Span">What goes; of no length for an insertion.</param>
/// <param name="NewText">What comes; empty for a deletion.</param>
public sealed record TextEdit(TextSpan Span, string NewText)
{
    /// <summary>Adds text and removes none.</summary>
    /// <param name="offset">Where.</param>
    /// <param name="text">What.</param>
    /// <returns>The edit.</returns>
    public static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);

    /// <summary>Removes text and adds none.</summary>
    /// <param name="span">What.</param>
    /// <returns>The edit.</returns>
    public static TextEdit Delete(TextSpan span) => new(span, string.Empty);
}

using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>An argument of an instruction.</summary>
/// <param name="Content">Its text: of a JSON form the string's value, otherwise what is written, quotes included.</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record Word(LogicalText Content, TextSpan Span)
{
    /// <summary>The text of the argument.</summary>
    public string Text => Content.Text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

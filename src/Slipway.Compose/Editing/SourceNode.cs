using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>A value where it stands in a file.</summary>
internal abstract class SourceNode(TextSpan span, int contentStart, string? anchor, string? tag)
{
    /// <summary>All of its characters, anchor and tag included, comments and blank lines behind it not.</summary>
    public TextSpan Span => span;

    /// <summary>Where it begins behind its anchor and tag.</summary>
    public int ContentStart => contentStart;

    /// <summary>The name that aliases know it by, or null.</summary>
    public string? Anchor => anchor;

    /// <summary>The tag that it is written with, such as <c>!reset</c>, or null.</summary>
    public string? Tag => tag;
}

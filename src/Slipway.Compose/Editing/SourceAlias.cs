using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>A value that stands elsewhere.</summary>
internal sealed class SourceAlias(TextSpan span, string name, SourceNode target) : SourceNode(span, span.Start, null, null)
{
    /// <summary>The anchor's name.</summary>
    public string Name => name;

    /// <summary>The value with that anchor, never an alias itself.</summary>
    public SourceNode Target => target;
}

using System.Collections.Immutable;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>A list.</summary>
internal sealed class SourceList(TextSpan span, int contentStart, string? anchor, string? tag, bool isFlow, ImmutableArray<SourceNode> items)
    : SourceNode(span, contentStart, anchor, tag)
{
    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow => isFlow;

    /// <summary>The items.</summary>
    public ImmutableArray<SourceNode> Items => items;
}

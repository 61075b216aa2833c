using System.Collections.Immutable;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>A list as it is written: in brackets, or with a dash before each item.</summary>
internal sealed class SourceList(TextSpan span, int contentStart, string? anchor, string? tag, bool isFlow, ImmutableArray<SourceNode> items)
    : SourceNode(span, contentStart, anchor, tag)
{
    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow => isFlow;

    /// <summary>What it holds, in order.</summary>
    public ImmutableArray<SourceNode> Items => items;
}

using System.Collections.Immutable;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>A map as it is written: in braces, or with an entry a line.</summary>
internal sealed class SourceMap(TextSpan span, int contentStart, string? anchor, string? tag, bool isFlow, ImmutableArray<SourceEntry> entries)
    : SourceNode(span, contentStart, anchor, tag)
{
    /// <summary>Whether it is written in braces.</summary>
    public bool IsFlow => isFlow;

    /// <summary>The entries in the order in which they are written, merge keys included.</summary>
    public ImmutableArray<SourceEntry> Entries => entries;

    /// <summary>Finds an entry that is written here.</summary>
    public SourceEntry? Find(string key) => entries.FirstOrDefault(e => e.Key.Value == key);
}

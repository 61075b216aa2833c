namespace Slipway.Compose.Editing;

/// <summary>A value and what it belongs to.</summary>
/// <param name="Node">The value, or the alias that stands for it.</param>
/// <param name="Entry">The entry that it is the value of; null for the item of a list.</param>
/// <param name="Map">The map that the entry is written in, or null.</param>
internal sealed record Place(SourceNode Node, SourceEntry? Entry, SourceMap? Map);

namespace Slipway.Compose.Editing;

/// <summary>An entry of a map as compose gets it.</summary>
/// <param name="Source">Where it was written.</param>
/// <param name="IsMerged">Whether it comes from another map through a merge key.</param>
internal sealed record ComposeEntry(string Key, ComposeValue Value, SourceEntry Source, bool IsMerged);

using Slipway.Compose.Editing;

namespace Slipway.Compose.Projects;

/// <summary>A value and the file that it comes from.</summary>
/// <param name="Document">The file.</param>
/// <param name="Entry">The entry that it is the value of.</param>
internal sealed record PlacedValue(ComposeDocument Document, ComposeEntry Entry)
{
    public ComposeValue Value => Entry.Value;
}

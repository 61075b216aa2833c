using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Files;

namespace Slipway.Compose.Projects;

/// <summary>A value and the file that it comes from.</summary>
/// <param name="Service">The name under which the service that it belongs to stands in that file; another one where a service extends another.</param>
/// <param name="Entry">The entry that it is the value of.</param>
internal sealed record PlacedValue(ComposeFile File, string Service, ComposeEntry Entry)
{
    public ComposeValue Value => Entry.Value;

    public ComposeDocument Document => File.Document!;

    /// <summary>The path of a map of the service in that file.</summary>
    public ImmutableArray<string> Path(params ReadOnlySpan<string> below) => ["services", Service, .. below];
}

using System.Collections.Immutable;

namespace Slipway.Compose.Editing;

/// <summary>Entries of one map to be set or removed.</summary>
/// <param name="Path">The keys that lead to the map, and numbers of items from 0. What is missing on the way is made.</param>
/// <param name="Entries">The entries: a key and its value, or null to remove it.</param>
internal sealed record ComposeChange(ImmutableArray<string> Path, ImmutableArray<(string Key, NewValue? Value)> Entries)
{
    /// <summary>Sets one entry.</summary>
    public static ComposeChange Set(ImmutableArray<string> map, string key, NewValue value) => new(map, [(key, value)]);

    /// <summary>Removes one entry.</summary>
    public static ComposeChange Remove(ImmutableArray<string> map, string key) => new(map, [(key, null)]);
}

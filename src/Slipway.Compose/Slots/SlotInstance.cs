using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>What one slot of a service runs.</summary>
/// <param name="Image">The image, with a tag or digest that is present on the engine: compose never pulls it.</param>
/// <param name="Labels">Labels added to those of the compose file.</param>
/// <param name="Address">The fixed address on the slots network; null for a handoff service.</param>
public sealed record SlotInstance(string Image, ImmutableArray<KeyValuePair<string, string>> Labels, string? Address = null);

using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>An overlay, or the reasons why there can't be one.</summary>
/// <param name="Overlay">The overlay, or null when it was refused.</param>
/// <param name="Refusals">Why not; empty when there is an overlay.</param>
public sealed record SlotOverlayResult(SlotOverlay? Overlay, ImmutableArray<ComposeProblem> Refusals);

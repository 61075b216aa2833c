namespace Slipway.Traffic.Slots;

/// <summary>How many connections or requests a proxy has under way to one slot.</summary>
/// <param name="Service">The compose service.</param>
/// <param name="Slot">The slot of it that was counted.</param>
/// <param name="InFlight">Zero or more.</param>
public sealed record SlotConnections(string Service, Slot Slot, int InFlight);

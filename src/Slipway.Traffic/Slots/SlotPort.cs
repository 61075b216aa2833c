namespace Slipway.Traffic.Slots;

/// <summary>A port on which both slots of a service listen.</summary>
/// <param name="Number">1 to 65535.</param>
/// <param name="Protocol">What is spoken there.</param>
public sealed record SlotPort(int Number, SlotProtocol Protocol);

namespace Slipway.Traffic.Slots;

/// <summary>Which slot of a service serves, or is to serve.</summary>
/// <param name="Service">The compose service.</param>
/// <param name="Slot">The one that its requests go to.</param>
public sealed record SlotChoice(string Service, Slot Slot)
{
    /// <summary>The form in which proxies report it: <c>bot=green</c>.</summary>
    public override string ToString() => $"{Service}={Slot.Name()}";
}

namespace Slipway.Compose.Slots;

/// <summary>A service that gets two slots.</summary>
/// <param name="Name">The service's name in the compose file.</param>
/// <param name="Strategy">How it changes over.</param>
/// <param name="Port">The port inside the container that takes requests, 1 to 65535; 0 for a handoff service.</param>
/// <param name="Blue">The blue slot, or null when it has never been used.</param>
/// <param name="Green">The green slot, or null when it has never been used.</param>
public sealed record SlotService(string Name, SlotStrategy Strategy, int Port, SlotInstance? Blue, SlotInstance? Green)
{
    /// <summary>The compose service of a slot.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="slot"><c>blue</c> or <c>green</c>.</param>
    /// <returns><c>bot-blue</c> for the service <c>bot</c> and the slot <c>blue</c>.</returns>
    public static string NameOf(string service, string slot) => $"{service}-{slot}";
}

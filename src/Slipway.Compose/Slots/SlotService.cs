using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>A service that gets two slots.</summary>
/// <param name="Name">The service's name in the compose file.</param>
/// <param name="Port">The port inside the container that takes requests, 1 to 65535; 0 when it isn't reached through the proxy.</param>
/// <param name="Blue">The blue slot, or null when it has never been used.</param>
/// <param name="Green">The green slot, or null when it has never been used.</param>
public sealed record SlotService(string Name, int Port, SlotInstance? Blue, SlotInstance? Green)
{
    /// <summary>
    /// Whether users and other containers reach it through the proxy, so that a slot has a fixed address on the slots network and
    /// publishes no port; otherwise a slot keeps the service's ports and its name on its networks.
    /// </summary>
    public bool IsProxied { get; init; }

    /// <summary>The other TCP ports inside the container that are reached through the proxy, 1 to 65535.</summary>
    public ImmutableArray<int> More { get; init; } = [];

    /// <summary>All ports that are reached through the proxy.</summary>
    public IEnumerable<int> Ports => More.Prepend(Port);

    /// <summary>Whether both slots run at once while they change over, so that they share what has a name.</summary>
    public bool Overlaps { get; init; }

    /// <summary>The compose service of a slot.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="slot"><c>blue</c> or <c>green</c>.</param>
    /// <returns><c>bot-blue</c> for the service <c>bot</c> and the slot <c>blue</c>.</returns>
    public static string NameOf(string service, string slot) => $"{service}-{slot}";
}

using System.Net;
using Slipway.Traffic.Requests;

namespace Slipway.Traffic.Slots;

/// <summary>A blue-green service as its proxy sees it. All of its ports are switched together.</summary>
/// <param name="Service">The compose service, which is also its name in the proxy.</param>
/// <param name="Port">The first port on which both slots listen, 1 to 65535.</param>
/// <param name="BlueAddress">The fixed address of the blue slot on the slots network.</param>
/// <param name="GreenAddress">The fixed address of the green slot on the slots network.</param>
public sealed record Backend(string Service, int Port, IPAddress BlueAddress, IPAddress GreenAddress)
{
    /// <summary>What is spoken on the first port.</summary>
    public SlotProtocol Protocol { get; init; } = SlotProtocol.Http;

    /// <summary>Its other ports.</summary>
    public IReadOnlyList<SlotPort> More { get; init; } = [];

    /// <summary>What is done with its requests, on all of its ports that have any.</summary>
    public RequestHandling Handling { get; init; } = RequestHandling.Plain;

    /// <summary>All of its ports.</summary>
    public IEnumerable<SlotPort> Ports => More.Prepend(new SlotPort(Port, Protocol));

    /// <summary>Where the given slot listens first.</summary>
    public IPEndPoint EndPointOf(Slot slot) => EndPointOf(slot, Port);

    /// <summary>Where the given slot listens on one of its ports.</summary>
    public IPEndPoint EndPointOf(Slot slot, int port) => new(slot == Slot.Blue ? BlueAddress : GreenAddress, port);

    /// <summary>What a proxy calls a slot on one of its ports. Names of services end in neither, so that no two are alike.</summary>
    /// <param name="slot">The slot's name, or what a configuration has in its place.</param>
    /// <param name="port">One of its ports.</param>
    public string NameOf(string slot, int port) => port == Port ? $"{Service}_{slot}" : $"{Service}_{slot}_{port}";
}

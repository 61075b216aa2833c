using System.Net;

namespace Slipway.Traffic.Slots;

/// <summary>A blue-green service as its proxy sees it.</summary>
/// <param name="Service">The compose service, which is also its name in the proxy.</param>
/// <param name="Port">The port on which both slots listen, 1 to 65535.</param>
/// <param name="BlueAddress">The fixed address of the blue slot on the slots network.</param>
/// <param name="GreenAddress">The fixed address of the green slot on the slots network.</param>
public sealed record Backend(string Service, int Port, IPAddress BlueAddress, IPAddress GreenAddress)
{
    /// <summary>Where the given slot listens.</summary>
    public IPEndPoint EndPointOf(Slot slot) => new(slot == Slot.Blue ? BlueAddress : GreenAddress, Port);
}

using System.Net;

namespace Slipway.Compose.Slots;

/// <summary>The network on which the proxy finds every slot at an address that never changes.</summary>
/// <param name="Subnet">The subnet in CIDR notation, IPv4, at most 28 bits long: <c>172.31.250.0/27</c>.</param>
public sealed record SlotNetwork(string Subnet)
{
    /// <summary>The proxy's address: the third of the subnet, after the network's own and the gateway's.</summary>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public string ProxyAddress => AddressAt(2);

    /// <summary>The address of a slot: those of the first service come right after the proxy's.</summary>
    /// <param name="service">The number of the service among the blue-green ones, from 0.</param>
    /// <param name="slot"><c>blue</c> or <c>green</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public string SlotAddress(int service, string slot) =>
        AddressAt(3 + (2 * service) + (string.Equals(slot, "green", StringComparison.Ordinal) ? 1 : 0));

    /// <summary>Whether an address can be given to a container of this network.</summary>
    /// <returns>False too when either text is malformed.</returns>
    public bool Offers(string? address) =>
        IPNetwork.TryParse(Subnet, out var network)
        && network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
        && IPAddress.TryParse(address, out var candidate)
        && network.Contains(candidate)
        && Number(candidate) - Number(network.BaseAddress) is > 1 and var offset
        && offset < (1L << (32 - network.PrefixLength)) - 1;

    private string AddressAt(int offset)
    {
        var number = Number(IPNetwork.Parse(Subnet).BaseAddress) + offset;
        return $"{(number >> 24) & 255}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";
    }

    private static long Number(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return ((long)bytes[0] << 24) | ((long)bytes[1] << 16) | ((long)bytes[2] << 8) | bytes[3];
    }
}

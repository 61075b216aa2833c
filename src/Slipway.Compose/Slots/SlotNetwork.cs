using System.Net;

namespace Slipway.Compose.Slots;

/// <summary>The network on which the proxy finds every slot at an address that never changes.</summary>
/// <param name="Subnet">The subnet in CIDR notation, IPv4, at most 28 bits long: <c>172.31.250.0/27</c>.</param>
public sealed record SlotNetwork(string Subnet)
{
    private const int FirstSlot = 3;

    /// <summary>How many pairs of slots there is room for beside one proxy.</summary>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public int Places => (Size - 1 - FirstSlot) / 2;

    /// <summary>How many addresses it has, with those that no container can have.</summary>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public int Size => 1 << (32 - IPNetwork.Parse(Subnet).PrefixLength);

    /// <summary>
    /// A proxy's address: that of the first is the third of the subnet, after the network's own and the engine's; others go down from the end.
    /// </summary>
    /// <param name="number">The number of the proxy, from 1.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public string ProxyAddress(int number) => AddressAt(number == 1 ? FirstSlot - 1 : Size - number);

    /// <summary>The address of a slot: pairs of slots come right after the first proxy.</summary>
    /// <param name="place">The number of the pair, from 0.</param>
    /// <param name="slot"><c>blue</c> or <c>green</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The subnet is none.</exception>
    public string SlotAddress(int place, string slot) =>
        AddressAt(FirstSlot + (2 * place) + (string.Equals(slot, "green", StringComparison.Ordinal) ? 1 : 0));

    /// <summary>The pair of slots that has an address.</summary>
    /// <param name="address">In dotted form.</param>
    /// <returns>The number of the pair, from 0; null when the address is not one of a slot.</returns>
    public int? PlaceOf(string address) =>
        Offers(address) && Number(IPAddress.Parse(address)) - Number(IPNetwork.Parse(Subnet).BaseAddress) - FirstSlot is >= 0 and var offset
            && (int)offset / 2 is var place && place < Places
            ? place
            : null;

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

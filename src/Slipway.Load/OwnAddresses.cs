using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Slipway.Load;

/// <summary>A load is only ever put on this machine: on its loopback, its own addresses, and the networks of its containers.</summary>
public static class OwnAddresses
{
    /// <summary>Whether the address belongs to this machine or to a bridge network within it.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        foreach (var network in NetworkInterface.GetAllNetworkInterfaces())
        {
            foreach (var own in network.GetIPProperties().UnicastAddresses)
            {
                if (own.Address.Equals(address) || (IsBridge(network) && IsWithin(address, own)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Refuses an address that is not this machine's.</summary>
    /// <exception cref="ArgumentException">It isn't.</exception>
    public static void Demand(IPAddress address)
    {
        if (!Contains(address))
        {
            throw new ArgumentException(
                $"{address} is not an address of this machine or its containers, and a load is put on no other machine. " +
                "Rehearse on the machine that the engine runs on.",
                nameof(address));
        }
    }

    // Linux says so; elsewhere the engine's networks are in a virtual machine and can't be reached anyway.
    private static bool IsBridge(NetworkInterface network) => Directory.Exists($"/sys/class/net/{network.Name}/bridge");

    private static bool IsWithin(IPAddress address, UnicastIPAddressInformation own) =>
        address.AddressFamily == AddressFamily.InterNetwork && own.Address.AddressFamily == AddressFamily.InterNetwork
        && new IPNetwork(Masked(own), own.PrefixLength).Contains(address);

    private static IPAddress Masked(UnicastIPAddressInformation own)
    {
        var bytes = own.Address.GetAddressBytes();
        var mask = own.IPv4Mask.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] &= mask[i];
        }

        return new IPAddress(bytes);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Chooses the subnet of an application's slots network: the one that it has, else one that nobody uses.</summary>
internal static class SubnetChoice
{
    private const int Blocks = 1024;
    private const int Smallest = 64;
    private const int Largest = 4096;

    // Two slots and at most one proxy for each service, and as much again as one of these for what is still to come.
    private const int AddressesEach = 4;

    /// <summary>Chooses.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="networks">The engine's networks.</param>
    /// <param name="services">How many services have slots on it, at least 0.</param>
    /// <returns>A subnet of 64 to 4,096 addresses in CIDR notation.</returns>
    public static string For(string network, IReadOnlyList<NetworkObservation> networks, int services)
    {
        if (networks.FirstOrDefault(n => n.Name == network) is { Subnets: [var existing, ..] })
        {
            return existing;
        }

        var taken = networks.SelectMany(n => n.Subnets).Select(s => IPNetwork.TryParse(s, out var parsed) ? parsed : default).ToList();
        var size = Smallest;
        while (size < Largest && size < AddressesEach * (services + 1))
        {
            size *= 2;
        }

        var blocks = size / Smallest;
        var first = SHA256.HashData(Encoding.UTF8.GetBytes(network))[0] * 4;
        return Enumerable.Range(0, Blocks)
            .Select(i => Block((first + (i * blocks)) / blocks * blocks % Blocks, size))
            .First(c => !taken.Any(t => t.Contains(c.BaseAddress) || c.Contains(t.BaseAddress)))
            .ToString();
    }

    // Blocks of 64 addresses in 10.201.0.0/16 and up, a range that neither Docker's defaults nor common offices use.
    private static IPNetwork Block(int number, int size) =>
        new(new IPAddress([10, (byte)(201 + (number / 1024)), (byte)(number / 4), (byte)(number % 4 * 64)]), 32 - int.Log2(size));
}

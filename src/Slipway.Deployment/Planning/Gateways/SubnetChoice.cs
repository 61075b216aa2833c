using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Chooses the subnet of an application's slots network: the one that it has, else one that nobody uses.</summary>
internal static class SubnetChoice
{
    private const int Blocks = 1024;

    /// <summary>Chooses.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="networks">The engine's networks.</param>
    /// <returns>A subnet of 64 addresses in CIDR notation.</returns>
    public static string For(string network, IReadOnlyList<NetworkObservation> networks)
    {
        if (networks.FirstOrDefault(n => n.Name == network) is { Subnets: [var existing, ..] })
        {
            return existing;
        }

        var taken = networks.SelectMany(n => n.Subnets).Select(s => IPNetwork.TryParse(s, out var parsed) ? parsed : default).ToList();
        var first = SHA256.HashData(Encoding.UTF8.GetBytes(network))[0] * 4;
        return Enumerable.Range(0, Blocks)
            .Select(i => Block((first + i) % Blocks))
            .First(c => !taken.Any(t => t.Contains(c.BaseAddress) || c.Contains(t.BaseAddress)))
            .ToString();
    }

    // Blocks of 64 addresses in 10.201.0.0/16 and up, a range that neither Docker's defaults nor common offices use.
    private static IPNetwork Block(int number) =>
        new(new IPAddress([10, (byte)(201 + (number / 1024)), (byte)(number / 4), (byte)(number % 4 * 64)]), 26);
}

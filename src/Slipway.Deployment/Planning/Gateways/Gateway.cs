using System.Net;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>One of the proxies before the slots.</summary>
/// <param name="Number">The first has 1.</param>
/// <param name="Service">Its compose service.</param>
/// <param name="Container">The name of its container.</param>
/// <param name="Address">Its address on the slots network.</param>
/// <param name="Answers">The services whose names, ports and published ports it has.</param>
public sealed record Gateway(int Number, string Service, string Container, IPAddress Address, IReadOnlyList<string> Answers)
{
    /// <summary>What its configuration is made from.</summary>
    public required ProxyPlan Plan { get; init; }

    /// <summary>
    /// The hash by which its container is seen to have the image, names, networks and published ports that it should have, 12
    /// hexadecimal digits. They can be had only by a new container, unlike the configuration, which a running one takes.
    /// </summary>
    public required string Shape { get; init; }
}

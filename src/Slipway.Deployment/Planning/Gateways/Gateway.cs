using System.Collections.Immutable;
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
    /// The hash by which its container is seen to have the names, networks and published ports that it should have, 12
    /// hexadecimal digits. They can be had only by a new container, unlike the configuration, which a running one takes.
    /// </summary>
    public required string Shape { get; init; }

    /// <summary>The image that it is to run; null for one that has yet to be built.</summary>
    public string? Image { get; init; }

    /// <summary>The addresses that its container has now, at which another one can serve in its place.</summary>
    public ImmutableArray<IPAddress> Joined { get; init; } = [];

    /// <summary>The container that serves now: its own, or one that serves in its place.</summary>
    public string Serving { get => field ?? Container; init; }

    /// <summary>The container that serves in its place with a mark.</summary>
    public string NameOf(char mark) => $"{Container}-{mark}";

    /// <summary>Whether a container is its own, or one that serves in its place.</summary>
    public bool Has(string container) => container == Container || MarkOf(container) is not null;

    /// <summary>What the configuration of its container, or of one that serves in its place, is made from.</summary>
    public ProxyPlan PlanOf(string container) => MarkOf(container) is { } mark ? Plan with { Seat = new ProxySeat(mark, Joined) } : Plan;

    private char? MarkOf(string container) => ProxySeat.Marks.Where(m => container == NameOf(m)).Select(m => (char?)m).FirstOrDefault();

    /// <summary>The labels by which the user's front finds it in place of the slots; their values may be secret.</summary>
    public ImmutableArray<KeyValuePair<string, string>> FrontLabels { get; init; } = [];
}

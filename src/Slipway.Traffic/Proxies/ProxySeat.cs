using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The place of a container that serves instead of a running proxy, whose network it shares. It listens on the addresses that the container has,
/// where the proxy itself listens on all addresses: the kernel gives a new connection to whoever has its exact address, and to the proxy again
/// as soon as nobody has.
/// </summary>
/// <param name="Mark">Tells it from others of the same proxy: <c>x</c> or <c>y</c>.</param>
/// <param name="Addresses">The addresses of the container whose network it shares; one or more.</param>
public sealed record ProxySeat(char Mark, ImmutableArray<IPAddress> Addresses)
{
    /// <summary>All marks.</summary>
    public static ImmutableArray<char> Marks { get; } = ['x', 'y'];

    /// <summary>The environment variable that holds its <see cref="Loopback"/>.</summary>
    internal const string Variable = "SLIPWAY_LOOPBACK";

    /// <summary>What the environment of its container must have, as <c>NAME=value</c>.</summary>
    public string Environment => $"{Variable}={Loopback}";

    /// <summary>The address at which it can be driven from within, other than that of the proxy and of others.</summary>
    internal IPAddress Loopback => new([127, 0, 0, (byte)(2 + Marks.IndexOf(Mark))]);

    /// <summary>Whether two are the same place, which records with a list don't see.</summary>
    public bool Equals(ProxySeat? other) => other is not null && Mark == other.Mark && Addresses.SequenceEqual(other.Addresses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mark, Addresses.Length);

    /// <summary>Where whoever has this place listens.</summary>
    /// <param name="seat">The place; null for the proxy itself.</param>
    /// <param name="all">How the configuration writes all addresses.</param>
    internal static IReadOnlyList<string> Ends(ProxySeat? seat, int port, string all) => seat is null
        ? [string.Create(CultureInfo.InvariantCulture, $"{all}{port}")]
        : [.. seat.Addresses.Select(a => new IPEndPoint(a, port).ToString())];
}

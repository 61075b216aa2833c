namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// The directives by which nginx listens. Each worker has a socket of its own (<c>reuseport</c>), since the kernel lets nobody else listen on the same
/// port, be it on another address, beside a socket that does without.
/// </summary>
internal static class Listens
{
    /// <summary>The directives of a server: one for each address.</summary>
    /// <param name="options">What else they have; empty, or with a space before.</param>
    /// <param name="isFirst">Whether it is the server that says how the port is opened; nginx wants that of one of them.</param>
    public static IEnumerable<string> On(ProxyPlan plan, int port, string options, bool isFirst) =>
        ProxySeat.Ends(plan.Seat, port, all: "").Select(e => $"listen {e}{options}{(isFirst ? " reuseport" : "")};");
}

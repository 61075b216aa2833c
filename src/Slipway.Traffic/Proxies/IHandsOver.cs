namespace Slipway.Traffic.Proxies;

/// <summary>
/// A proxy of which a container of another image can take the place without an interruption; see <see cref="ProxySeat"/>.
/// </summary>
/// <remarks>
/// The order is: start the new container, wait until the slots' source names its mark, <see cref="ITakesConfiguration.DrainClients"/> of the one
/// before, wait until clients had their next answer, and, unless that is the proxy itself, <see cref="Leave"/>.
/// </remarks>
public interface IHandsOver : ITakesConfiguration
{
    /// <summary>The command after which it takes no connection any more, and ends, and with it its container, once it has none left.</summary>
    IReadOnlyList<string> Leave { get; }

    /// <summary>Reads from what <see cref="IProxy.ReadSlots"/> answered who answers.</summary>
    /// <returns>The <see cref="ProxySeat.Mark"/>; null when it is the proxy itself.</returns>
    char? ParseSeat(string answer);
}

using System.Globalization;
using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Counts the requests that new slots fail, as the proxy logs them, and ends as soon as there are too many.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Slots">The slots that have begun to serve, with the container of each.</param>
/// <param name="Duration">How long they are watched.</param>
/// <param name="Tolerated">How many requests may fail; zero or more.</param>
public sealed record WatchStep(string ProxyContainer, IReadOnlyDictionary<SlotChoice, string> Slots, TimeSpan Duration, int Tolerated) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => string.Create(
        CultureInfo.InvariantCulture, $"watch {string.Join(' ', Watched)} for {Duration.TotalSeconds:0.##} s, {Tolerated} requests may fail");

    private IEnumerable<string> Watched => Slots.Keys.Select(s => s.ToString()).Order(StringComparer.Ordinal);
}

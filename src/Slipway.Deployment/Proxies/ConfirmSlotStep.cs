using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks the proxy which slots it serves, until it names the expected ones.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Slots">The expected slot of each service.</param>
public sealed record ConfirmSlotStep(string ProxyContainer, IReadOnlyDictionary<string, Slot> Slots) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"confirm {string.Join(' ', Expected)} at {ProxyContainer}";

    private IEnumerable<string> Expected =>
        Slots.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value.ToString().ToLowerInvariant()}");
}

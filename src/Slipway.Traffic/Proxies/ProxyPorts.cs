namespace Slipway.Traffic.Proxies;

/// <summary>The ports of those proxies that are asked for the slots, and previewed, by HTTP.</summary>
internal static class ProxyPorts
{
    /// <summary>Answers <c>GET /slots</c>.</summary>
    public const int Slots = 9180;

    /// <summary>A line <c>service=slot</c> for each service; see <see cref="SlotLines"/>.</summary>
    public const string SlotsPath = "/slots";

    /// <summary>The header of a preview request: <c>blue</c> or <c>green</c>.</summary>
    public const string SlotHeader = "X-Slipway-Slot";

    // The preview of the first listener; that of the second is the next port, and so on.
    private const int FirstPreview = 9181;

    public static SlotSource SlotSource { get; } = new HttpSlotSource(Slots, SlotsPath);

    public static IEnumerable<int> Of(int listeners) => Enumerable.Range(FirstPreview, listeners).Prepend(Slots);

    public static int PreviewOf(ProxyPlan plan, Listener listener)
    {
        for (var i = 0; i < plan.Listeners.Count; i++)
        {
            if (plan.Listeners[i] == listener)
            {
                return FirstPreview + i;
            }
        }

        throw new ArgumentException($"The plan has no listener on port {listener.Port}.", nameof(listener));
    }
}

namespace Slipway.Traffic.Proxies;

/// <summary>The ports of those proxies that are asked for the slots, and previewed, by HTTP.</summary>
internal static class ProxyPorts
{
    /// <summary>Answers <c>GET /slots</c>. It is the same for every plan, since a proxy is also asked by those who don't know its plan.</summary>
    public const int Slots = 9180;

    /// <summary>A line <c>service=slot</c> for each service; see <see cref="SlotLines"/>.</summary>
    public const string SlotsPath = "/slots";

    /// <summary>The header of a preview request: <c>blue</c> or <c>green</c>.</summary>
    public const string SlotHeader = "X-Slipway-Slot";

    // The preview of the first listener; that of the second is the next port, and so on. Those of listeners are left out.
    private const int FirstPreview = 9181;

    public static SlotSource SlotSource { get; } = new HttpSlotSource(Slots, SlotsPath);

    /// <summary>The ports on which no listener can be.</summary>
    public static IReadOnlyList<int> Reserved { get; } = [Slots];

    public static int PreviewOf(ProxyPlan plan, Listener listener)
    {
        var port = FirstPreview;
        foreach (var other in plan.Listeners)
        {
            while (plan.Tls?.Port == port || plan.Listeners.Any(l => l.Port == port))
            {
                port++;
            }

            if (other == listener)
            {
                return port;
            }

            port++;
        }

        throw new ArgumentException($"The plan has no listener on port {listener.Port}.", nameof(listener));
    }
}

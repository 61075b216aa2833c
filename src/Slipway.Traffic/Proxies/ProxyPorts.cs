namespace Slipway.Traffic.Proxies;

/// <summary>The ports of a proxy that are Slipway's own. None is to be published.</summary>
public static class ProxyPorts
{
    /// <summary><c>GET /slots</c> answers which slot serves, one line a service.</summary>
    public const int Slots = 9180;

    /// <summary>
    /// The preview of the first listener; that of the second is the next port, and so on. A preview behaves like its listener,
    /// except that a request with the header <see cref="SlotHeader"/> goes to the slot that it names.
    /// </summary>
    public const int FirstPreview = 9181;

    /// <summary>The header of a preview request: <c>blue</c> or <c>green</c>.</summary>
    public const string SlotHeader = "X-Slipway-Slot";

    /// <summary>The path that is answered on <see cref="Slots"/>.</summary>
    public const string SlotsPath = "/slots";

    /// <summary>Where HAProxy's runtime API listens, on the loopback interface of its container only.</summary>
    internal const int RuntimeApi = 9170;
}

using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that leads to a slot which does not serve yet, if it is asked on a port of its own and the request names the slot.</summary>
public interface IPreviewsSlots
{
    /// <summary>
    /// The port inside the container on which a listener is previewed. It behaves like the listener, except that a request with the
    /// header of <see cref="PreviewHeader"/> goes to the slot that it names.
    /// </summary>
    /// <exception cref="ArgumentException">The listener is not one of the plan's.</exception>
    int PreviewPortOf(ProxyPlan plan, Listener listener);

    /// <summary>The header, with its value, by which a request names the slot.</summary>
    KeyValuePair<string, string> PreviewHeader(Slot slot);
}

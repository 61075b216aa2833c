using Slipway.Compose.Traefik;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Configuration;

/// <summary>The ports of a blue-green service, as far as labels for Traefik can lead to them.</summary>
internal static class LabelledPorts
{
    public static TraefikPorts Of(ServiceSettings settings) => new(
        [.. settings.AllPorts.Where(p => p.Protocol is { HasRequests: true, IsHttp2: false }).Select(p => p.Number)])
    {
        Http2 = [.. settings.AllPorts.Where(p => p.Protocol.IsHttp2).Select(p => p.Number)],
        Tcp = [.. settings.AllPorts.Where(p => p.Protocol == SlotProtocol.Tcp).Select(p => p.Number)],
    };
}

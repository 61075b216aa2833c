using System.Text.Json;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Reads what Caddy tells of the places that it passes requests on to, each with the number of those that are under way.</summary>
internal static class CaddyRequests
{
    public static SlotRequests Parse(Backend backend, Slot slot, string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var counts = document.RootElement.EnumerateArray()
                .ToLookup(p => p.GetProperty("address").GetString(), p => p.GetProperty("num_requests").GetInt32(), StringComparer.Ordinal);
            var places = backend.Ports.Select(p => CaddyPlaces.Of(backend.EndPointOf(slot, p.Number))).ToList();
            var withBody = places.Sum(p => counts[p[1]].Sum());
            return new SlotRequests(withBody + places.Sum(p => counts[p[0]].Sum()), withBody);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"Caddy was asked for the requests that are under way and answered \"{answer}\".", failure);
        }
    }
}

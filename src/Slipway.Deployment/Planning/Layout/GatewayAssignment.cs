using Slipway.Compose.Traefik;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>
/// Which proxy answers for which service. A container can't be given another name or published port while it runs, so that a service
/// which is added gets a proxy of its own, and nobody else notices. Services that listen on one port have different proxies: their
/// requests can be told apart by the address alone, whatever host a front names.
/// </summary>
internal static class GatewayAssignment
{
    /// <summary>Assigns.</summary>
    /// <param name="isRenewed">Whether the proxies are made anew, so that what they answered for does not count.</param>
    /// <returns>The services of each proxy by its number, from 1; none has none, unless it is the application's own with routes to them.</returns>
    public static SortedDictionary<int, List<string>> Of(Application application, ProxySettings settings, ObservedState observation, bool isRenewed)
    {
        var ports = application.BehindProxy.ToDictionary(s => s.Name, s => s.AllPorts.Select(p => p.Number).ToList(), StringComparer.Ordinal);
        var left = ports.Keys.ToList();
        var assigned = new SortedDictionary<int, List<string>>();
        foreach (var (number, answers) in isRenewed ? [] : Observed(settings, observation))
        {
            assigned[number] = [];
            foreach (var service in answers ?? [.. left.Where(s => HasSlot(observation, s))])
            {
                if (left.Contains(service) && IsFree(assigned[number], service))
                {
                    assigned[number].Add(service);
                    left.Remove(service);
                }
            }
        }

        var fixedNumbers = assigned.Keys.ToHashSet();
        foreach (var service in left)
        {
            var number = 1;
            while (fixedNumbers.Contains(number) || (assigned.TryGetValue(number, out var others) && !IsFree(others, service)))
            {
                number++;
            }

            (assigned.TryGetValue(number, out var list) ? list : assigned[number] = []).Add(service);
        }

        foreach (var number in assigned.Where(a => a.Value.Count == 0).Select(a => a.Key).ToList())
        {
            assigned.Remove(number);
        }

        if ((!settings.Added || settings.Tls is not null) && ports.Count > 0)
        {
            assigned.TryAdd(1, []);
        }

        return assigned;

        bool IsFree(List<string> others, string service) =>
            others.Count == 0 || (!IsLabelled(service) && others.All(o => !ports[o].Intersect(ports[service]).Any() && !IsLabelled(o)));

        // What labels say of a container they say of all services in it.
        bool IsLabelled(string service) => TraefikLabels.Finds(application.Compose.Find(service));
    }

    // Those of earlier versions don't say for whom they answer: for all that there were.
    private static IEnumerable<(int Number, IReadOnlyList<string>? Answers)> Observed(ProxySettings settings, ObservedState observation) =>
        observation.Containers
            .Where(c => c.Labels.ContainsKey(Labels.Configuration))
            .Select(c => (Number: settings.NumberOf(c.ComposeService), c.Labels))
            .Where(c => c.Number is not null)
            .Select(c => (c.Number!.Value, Words(c.Labels.GetValueOrDefault(Labels.Answers))))
            .OrderBy(c => c.Value);

    private static IReadOnlyList<string>? Words(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool HasSlot(ObservedState observation, string service) => observation.Containers.Any(c => c.Service == service && c.Slot is not null);
}

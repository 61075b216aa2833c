using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>What a plan must fulfil for the protocols of its ports.</summary>
internal static class ProtocolRules
{
    public static void Check(ProxyPlan plan, IProxy proxy, List<string> problems)
    {
        foreach (var listener in plan.Listeners)
        {
            var ports = new List<SlotPort>();
            foreach (var route in listener.Routes)
            {
                // Of a service that is not there the plan's own rules tell.
                if (plan.Backends.FirstOrDefault(b => b.Service == route.Service) is not { } backend)
                {
                    continue;
                }

                if (backend.Ports.FirstOrDefault(p => p.Number == (route.Port ?? backend.Port)) is { } port)
                {
                    ports.Add(port);
                }
                else
                {
                    problems.Add($"Port {listener.Port} routes {route.PathPrefix} to port {route.Port} of {route.Service}, which it does not have.");
                }
            }

            if (ports.Exists(p => !p.Protocol.HasRequests) && listener.Routes is not [{ Host: null, PathPrefix: "/" }])
            {
                problems.Add(
                    $"Port {listener.Port} passes connections on, in which there are neither hosts nor paths to route by; each needs a port of its own.");
            }

            var protocols = ports.Select(p => p.Protocol).Distinct().ToList();
            if (protocols.Count > 0 && proxy.WhyNot(protocols) is { } reason)
            {
                problems.Add($"Port {listener.Port}: {reason}.");
            }
        }
    }
}

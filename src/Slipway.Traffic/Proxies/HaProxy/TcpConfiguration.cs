using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Writes the part of haproxy.cfg that passes connections on. The slot is looked up for each of them, in the same map.</summary>
internal sealed class TcpConfiguration(ProxyPlan plan, ConfigurationText text)
{
    public void Write()
    {
        var listeners = plan.Listeners.Where(plan.PassesConnections).ToList();
        if (listeners.Count == 0)
        {
            return;
        }

        text.Line().Block("defaults", () => text
            .Line("mode tcp")
            .Line($"timeout connect {(long)plan.ConnectTimeout.TotalSeconds}s")
            .Line($"timeout client {(long)plan.IdleTimeout.TotalSeconds}s")
            .Line($"timeout server {(long)plan.IdleTimeout.TotalSeconds}s")
            .Line("option clitcpka")
            .Line("option srvtcpka"));
        foreach (var listener in listeners)
        {
            var (backend, port) = plan.TargetOf(listener.Routes[0]);
            text.Line().Block($"frontend port_{listener.Port}", () => text
                .Line($"bind {HaProxyConfiguration.Binding(plan, listener.Port)}")
                .Line($"use_backend {backend.NameOf(HaProxyConfiguration.SlotOf(backend.Service), port.Number)}"));
        }

        foreach (var (backend, port) in listeners.Select(l => plan.TargetOf(l.Routes[0])).Distinct())
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                text.Line().Block(
                    $"backend {backend.NameOf(slot.Name(), port.Number)}", () => text.Line($"server {slot.Name()} {backend.EndPointOf(slot, port.Number)}"));
            }
        }
    }
}

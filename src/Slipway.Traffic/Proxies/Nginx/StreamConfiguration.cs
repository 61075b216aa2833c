using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>Writes the part of nginx.conf that passes connections on; see <see cref="StreamSockets"/>.</summary>
internal sealed class StreamConfiguration(ProxyPlan plan, ConfigurationText text)
{
    /// <summary>Debian's nginx has what does it in a module that has to be loaded; the official image has no such folder.</summary>
    public void WriteModules()
    {
        if (StreamSockets.Of(plan).Any())
        {
            text.Line("include /etc/nginx/modules-enabled/*.conf;");
        }
    }

    public void Write()
    {
        if (StreamSockets.Of(plan).Any())
        {
            text.Block("stream {", WriteStreams, "}");
        }
    }

    private void WriteStreams()
    {
        text.Line($"proxy_connect_timeout {(long)plan.ConnectTimeout.TotalSeconds}s;")
            .Line($"proxy_timeout {(long)plan.IdleTimeout.TotalSeconds}s;")
            .Line("proxy_half_close on;")
            .Line("proxy_socket_keepalive on;");
        foreach (var listener in plan.Listeners.Where(plan.PassesConnections))
        {
            var (backend, port) = plan.TargetOf(listener.Routes[0]);
            WriteServer(Listens.On(plan, listener.Port, "", isFirst: true), $"unix:{StreamSockets.LinkOf(backend.Service, port.Number)}");
        }

        foreach (var (backend, port) in StreamSockets.Of(plan))
        {
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                WriteServer([$"listen unix:{StreamSockets.SocketOf(backend.Service, slot, port)};"], $"{backend.EndPointOf(slot, port)}");
            }
        }
    }

    private void WriteServer(IEnumerable<string> listens, string pass) => text.Block("server {", () =>
    {
        foreach (var listen in listens)
        {
            text.Line(listen);
        }

        text.Line($"proxy_pass {pass};");
    }, "}");
}

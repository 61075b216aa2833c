namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// How nginx passes requests on by HTTP/2: only its module for gRPC does, which takes any other request as well. Without TLS a port of nginx
/// speaks either HTTP/1.1 or HTTP/2, so that clients of such a port begin with HTTP/2 (<c>http2</c> of <c>listen</c>, up to 1.25.0 the only way).
/// </summary>
internal sealed class Http2Passes(ProxyPlan plan)
{
    /// <summary>The upstream, which that module does not tell the log.</summary>
    public const string Variable = "$http2_host";

    /// <summary>Whether any request is passed on so.</summary>
    public bool IsUsed { get; } = plan.Backends.Any(b => b.Ports.Any(p => p.Protocol.IsHttp2));

    /// <summary>Whether clients of a listener speak it.</summary>
    public bool Speaks(Listener listener) => listener.Routes.Any(r => plan.TargetOf(r).Port.Protocol.IsHttp2);

    /// <summary>The directives that pass a request on.</summary>
    public static string To(string upstream) => $"set {Variable} {upstream}; grpc_pass grpc://{Variable};";

    /// <summary>What the module does not take from that for HTTP/1.1.</summary>
    public void WriteCommon(ConfigurationText text)
    {
        text.Line()
            .Line("http2_max_concurrent_streams 1024;")
            .Line("grpc_buffer_size 64k;")
            .Line($"grpc_connect_timeout {(long)plan.ConnectTimeout.TotalSeconds}s;")
            .Line($"grpc_read_timeout {(long)plan.IdleTimeout.TotalSeconds}s;")
            .Line($"grpc_send_timeout {(long)plan.IdleTimeout.TotalSeconds}s;");
    }
}

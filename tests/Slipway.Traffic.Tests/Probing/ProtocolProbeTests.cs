using System.Net;
using System.Net.Sockets;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.EndToEnd;

namespace Slipway.Traffic.Tests.Probing;

/// <summary>When something else than HTTP/1.1 is ready.</summary>
public sealed class ProtocolProbeTests
{
    [Theory]
    [InlineData("h2c", "/plain", true)]
    [InlineData("h2c", "/nobody", false)]
    [InlineData("grpc", "/ignored", true)]
    [InlineData("http", "/plain", false)]
    public async Task A_server_of_HTTP_2_is_asked_by_HTTP_2(string protocol, string path, bool ready)
    {
        var address = FreeAddress();
        await using var server = await GrpcEcho.StartAsync(address, Slot.Blue);

        var result = await WaitAsync(address, protocol, path);

        result.Ready.ShouldBe(ready, result.Last.ToString());
    }

    [Fact]
    public async Task What_has_no_requests_is_ready_when_it_takes_connections()
    {
        var address = FreeAddress();

        var before = await WaitAsync(address, "tcp", "/");
        await using var server = TcpEcho.Start(address, Slot.Blue);
        var after = await WaitAsync(address, "tcp", "/");

        (before.Ready, before.Last.Outcome).ShouldBe((false, ProbeOutcome.Refused));
        (after.Ready, after.Last.ToString()).ShouldBe((true, "was taken: it speaks"));
    }

    private static Task<ProbeResult> WaitAsync(IPEndPoint address, string protocol, string path) => new ReadinessProbe(TimeProvider.System).WaitAsync(
        Tcp.To(address), new ProbeRequest(path) { Protocol = SlotProtocol.All.Single(p => p.Name == protocol) }, TimeSpan.FromMilliseconds(500),
        TestContext.Current.CancellationToken);

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}

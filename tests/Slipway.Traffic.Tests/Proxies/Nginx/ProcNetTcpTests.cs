using System.Net;
using Slipway.Traffic.Proxies.Nginx;

namespace Slipway.Traffic.Tests.Proxies.Nginx;

public sealed class ProcNetTcpTests
{
    private const string Table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4521341 1 0000000000000000 100 0 0 10 0
           1: 0200590A:A1B2 0A00590A:1F90 01 00000000:00000000 00:00000000 00000000     0        0 4521342 1 0000000000000000 20 4 30 10 -1
           2: 0200590A:A1B3 0A00590A:1F90 06 00000000:00000000 03:00000F2D 00000000     0        0 0 3 0000000000000000
           3: 0200590A:A1B4 0B00590A:1F90 02 00000001:00000000 01:00000019 00000000     0        0 4521343 2 0000000000000000 100 0 0 10 -1
        """;

    [Fact]
    public void Connections_that_are_open_or_being_opened_count_and_others_do_not() =>
        ProcNetTcp.RemoteEnds(Table).ShouldBe([IPEndPoint.Parse("10.89.0.10:8080"), IPEndPoint.Parse("10.89.0.11:8080")]);

    [Fact]
    public void An_address_mapped_into_IPv6_is_its_IPv4_address() =>
        ProcNetTcp.RemoteEnds("   1: 0000000000000000FFFF00000200590A:A1B2 0000000000000000FFFF00000A00590A:1F90 01 00000000:00000000 00:00000000 00000000 0 0 1")
            .ShouldBe([IPEndPoint.Parse("10.89.0.10:8080")]);

    [Theory]
    [InlineData("cat: /proc/net/tcp: No such file or directory")]
    [InlineData("1: 0200590A:A1B2 0A00590A 01 x")]
    public void A_line_of_something_else_is_refused(string line) =>
        Should.Throw<FormatException>(() => ProcNetTcp.RemoteEnds(line).ToList()).Message.ShouldContain(line);
}

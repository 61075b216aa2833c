using Slipway.Traffic.Proxies.HaProxy;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.HaProxy;

public sealed class HaProxyProxyTests
{
    private readonly HaProxyProxy _proxy = new();

    [Fact]
    public void Sessions_and_queued_requests_of_a_slot_are_under_way()
    {
        const string output = """
            # pxname,svname,qcur,qmax,scur,smax,slim,stot,
            bot_blue,blue,1,0,3,13,,8,
            bot_green,green,0,0,0,2,,8,
            other_green,green,0,0,9,2,,8,

            """;

        _proxy.ParseConnections(Plans.One, output).ShouldBe([new SlotConnections("bot", Slot.Blue, 4), new SlotConnections("bot", Slot.Green, 0)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# pxname,svname,qcur,qmax,scur\nbot_blue,blue,0,0,0\n")]
    [InlineData("# pxname,svname\nbot_blue,blue\n")]
    public void Statistics_that_lack_a_slot_or_a_column_are_refused(string output) =>
        Should.Throw<FormatException>(() => _proxy.ParseConnections(Plans.One, output)).Message.ShouldStartWith("HAProxy's statistics");

    [Fact]
    public void What_a_worker_before_has_under_way_counts_too()
    {
        const string output = """
            # pxname,svname,qcur,qmax,scur,smax
            bot_blue,blue,0,0,0,13
            bot_green,green,0,0,2,2

            # pxname,svname,qcur,scur
            bot_blue,blue,0,3

            """;

        _proxy.ParseConnections(Plans.One, output).ShouldBe([new SlotConnections("bot", Slot.Blue, 3), new SlotConnections("bot", Slot.Green, 2)]);
    }
}

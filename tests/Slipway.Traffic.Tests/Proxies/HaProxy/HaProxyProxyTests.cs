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
    public void The_map_of_the_runtime_api_and_the_answer_of_the_listener_say_the_same()
    {
        SlotChoice[] expected = [new SlotChoice("bot", Slot.Green), new SlotChoice("api.v2", Slot.Blue)];

        _proxy.ParseSlots("0x7f2c14023a60 bot green\n0x7f2c14023ae0 api.v2 blue\n\n").ShouldBe(expected);
        _proxy.ParseSlots("bot=green\napi.v2=blue\n").ShouldBe(expected);
    }

    [Theory]
    [InlineData("Unknown map identifier. Please use #<id> or <name>.")]
    [InlineData("bot=red")]
    public void An_answer_that_names_no_slot_is_refused(string output) =>
        Should.Throw<FormatException>(() => _proxy.ParseSlots(output)).Message.ShouldContain(output);
}

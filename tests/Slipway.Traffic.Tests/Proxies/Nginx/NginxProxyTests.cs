using System.Net;
using Slipway.Traffic.Proxies.Nginx;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.Nginx;

public sealed class NginxProxyTests
{
    private readonly NginxProxy _proxy = new();

    [Fact]
    public void A_switch_is_one_file_that_appears_or_goes()
    {
        _proxy.SwitchTo([new SlotChoice("bot", Slot.Green)]).ShouldBe(["touch", "/slots/bot.green"]);
        _proxy.SwitchTo([new SlotChoice("bot", Slot.Blue)]).ShouldBe(["rm", "-f", "/slots/bot.green"]);
    }

    [Fact]
    public void Several_services_are_switched_by_one_command()
    {
        _proxy.SwitchTo([new SlotChoice("a", Slot.Green), new SlotChoice("b", Slot.Green)]).ShouldBe(["touch", "/slots/a.green", "/slots/b.green"]);
        _proxy.SwitchTo([new SlotChoice("a", Slot.Green), new SlotChoice("b", Slot.Blue)]).ShouldBe(["sh", "-c", "touch /slots/a.green && rm -f /slots/b.green"]);
    }

    [Theory]
    [InlineData("../bot")]
    [InlineData("bot; reboot")]
    [InlineData("-rf")]
    [InlineData("")]
    public void What_is_not_the_name_of_a_service_reaches_no_shell(string service) =>
        Should.Throw<ArgumentException>(() => _proxy.SwitchTo([new SlotChoice(service, Slot.Green)])).Message.ShouldContain("is not a service's name");

    [Fact]
    public void Connections_are_counted_by_the_address_of_the_slot_and_its_port()
    {
        const string output = """
               1: 0200590A:A1B2 0A00590A:1F90 01 0 0 0
               2: 0200590A:A1B3 0A00590A:1F90 01 0 0 0
               3: 0200590A:A1B4 0A00590A:1F91 01 0 0 0
               4: 0200590A:A1B5 1500590A:1388 01 0 0 0
            """;

        _proxy.ParseConnections(Plans.TwoWithPaths, output).ShouldBe([
            new SlotConnections("bot", Slot.Blue, 2), new SlotConnections("bot", Slot.Green, 0),
            new SlotConnections("api.v2", Slot.Blue, 0), new SlotConnections("api.v2", Slot.Green, 1)]);
    }

    [Fact]
    public void Services_whose_names_differ_in_punctuation_only_have_variables_of_their_own()
    {
        var variables = SlotVariables.Of([.. new[] { "a.b", "a-b", "A_b", "c" }.Select(s => new Backend(s, 80, IPAddress.Any, IPAddress.Any))]);

        variables.Values.ShouldBe(["$slot_a_b", "$slot_a_b_2", "$slot_A_b_3", "$slot_c"]);
    }
}

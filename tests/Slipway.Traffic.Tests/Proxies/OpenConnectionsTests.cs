using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class OpenConnectionsTests
{
    [Fact]
    public void They_are_counted_by_the_address_of_the_slot_and_its_port_also_where_it_is_mapped_into_IPv6()
    {
        const string output = """
               1: 0200590A:A1B2 0A00590A:1F90 01 0 0 0
               2: 0200590A:A1B3 0A00590A:1F90 02 0 0 0
               3: 0200590A:A1B4 0A00590A:1F91 01 0 0 0
               4: 0000000000000000FFFF00000200590A:A1B5 0000000000000000FFFF00001500590A:1388 01 0 0 0

            """;

        OpenConnections.Count(Plans.TwoWithPaths, output).ShouldBe([
            new SlotConnections("bot", Slot.Blue, 2), new SlotConnections("bot", Slot.Green, 0),
            new SlotConnections("api.v2", Slot.Blue, 0), new SlotConnections("api.v2", Slot.Green, 1)]);
        OpenConnections.Count(Plans.One, "").ShouldAllBe(c => c.InFlight == 0);
    }

    [Theory]
    [InlineData("1: 0200590A:A1B2")]
    [InlineData("1: 0200590A:A1B2 0A00590A 01")]
    [InlineData("1: 0200590A:A1B2 0A00590:1F90 01")]
    [InlineData("1: 0200590A:A1B2 0A00590X:1F90 01")]
    [InlineData("1: 0200590A:A1B2 0A00590A:1F9X0 01")]
    [InlineData("sh: grep: not found")]
    public void Lines_of_another_kind_are_refused(string line) =>
        Should.Throw<FormatException>(() => OpenConnections.Count(Plans.One, line)).Message.ShouldContain(line);
}

using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class GreenFilesTests
{
    [Fact]
    public void A_switch_is_files_that_appear_and_go_by_one_command()
    {
        GreenFiles.SwitchTo([new SlotChoice("a", Slot.Green), new SlotChoice("b", Slot.Green)]).ShouldBe(["touch", "/slots/a.green", "/slots/b.green"]);
        GreenFiles.SwitchTo([new SlotChoice("a", Slot.Blue)]).ShouldBe(["rm", "-f", "/slots/a.green"]);
        GreenFiles.SwitchTo([new SlotChoice("a", Slot.Green), new SlotChoice("b", Slot.Blue)])
            .ShouldBe(["sh", "-c", "touch /slots/a.green && rm -f /slots/b.green"]);
    }

    [Fact]
    public void What_is_not_said_to_be_green_is_blue() =>
        GreenFiles.Parse(new Dictionary<string, string> { ["a.green"] = "" }, ["a", "b"])
            .ShouldBe([new SlotChoice("a", Slot.Green), new SlotChoice("b", Slot.Blue)]);

    [Theory]
    [InlineData("../bot")]
    [InlineData("bot; reboot")]
    [InlineData("-rf")]
    [InlineData("")]
    public void What_is_not_the_name_of_a_service_reaches_no_shell(string service) =>
        Should.Throw<ArgumentException>(() => GreenFiles.SwitchTo([new SlotChoice(service, Slot.Green)])).Message.ShouldContain("is not a service's name");
}

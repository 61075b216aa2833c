using Slipway.Traffic.Proxies.Caddy;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.Caddy;

public sealed class CaddyProxyTests
{
    private readonly CaddyProxy _proxy = new();

    [Fact]
    public void A_configuration_tells_its_fingerprint_before_the_slots()
    {
        var file = _proxy.Files(Plans.One with { Fingerprint = "4f7c2a91" }).ShouldHaveSingleItem();

        file.Content.ShouldContain("respond \"#configuration 4f7c2a91\nbot={http.vars.bot}\n\"");
        _proxy.ParseFingerprint("#configuration 4f7c2a91\nbot=green\n").ShouldBe("4f7c2a91");
        _proxy.ParseSlots("#configuration 4f7c2a91\nbot=green\n").ShouldBe([new SlotChoice("bot", Slot.Green)]);
        _proxy.ParseFingerprint("bot=green\n").ShouldBeNull();
    }

    [Fact]
    public void The_command_has_nothing_that_compose_would_take_for_a_variable() =>
        string.Concat(_proxy.Command(Plans.One)!).ShouldNotContain('$');
}

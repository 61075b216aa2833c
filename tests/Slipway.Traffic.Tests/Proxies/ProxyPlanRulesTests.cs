using System.Net;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class ProxyPlanRulesTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void A_good_plan_has_no_problem(string plan) => ProxyKinds.All.ShouldAllBe(p => ProxyPlanRules.Problems(Plans.Named(plan), p).Count == 0);

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var backend = new Backend("bad name", 70000, IPAddress.Parse("10.0.0.2"), IPAddress.Parse("10.0.0.2"));
        var plan = new ProxyPlan("x", [backend], [new Listener(9180, [new Route("api", "web", "a b")]), new Listener(9180, [])]) { ConnectTimeout = TimeSpan.Zero };

        ProxyPlanRules.Problems(plan, ProxyKinds.All[0]).ShouldBe([
            "\"bad name\" is not a service's name: letters, digits, '_', '.' and '-' only, a letter or digit first.",
            "Service bad name has port 70000; ports go from 1 to 65535.",
            "Two slots are at 10.0.0.2:70000; each needs an address of its own.",
            "Port 9180 inside the proxy is Slipway's own; let the service be reached on another one.",
            "Port 9180 routes api to web, which is no blue-green service of this proxy (bad name).",
            "Port 9180: \"api\" is not a path prefix: it starts with '/' and has only letters, digits and / _ . - ~.",
            "Port 9180: \"a b\" is not a host name.",
            "Port 9180 inside the proxy is Slipway's own; let the service be reached on another one.",
            "The listener on port 9180 has no route.",
            "Two listeners have port 9180; put their routes into one.",
            "The connect timeout is 00:00:00; it must be at least one second.",
        ]);
    }

    [Theory]
    [InlineData("4f7c 2a91")]
    [InlineData("\"; reboot")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void A_fingerprint_is_of_letters_and_digits(string fingerprint) =>
        ProxyPlanRules.Problems(Plans.One with { Fingerprint = fingerprint }, ProxyKinds.All[0])
            .ShouldBe([$"\"{fingerprint}\" is not a fingerprint: up to 64 letters and digits."]);

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public void A_preview_port_belongs_to_each_listener(string kind)
    {
        var (plan, proxy) = (Plans.ThreeWithHosts, Kinds.Of(kind).ShouldBeAssignableTo<IPreviewsSlots>()!);

        plan.Listeners.Select(l => proxy.PreviewPortOf(plan, l)).ShouldBe([9181, 9182]);
        Kinds.Of(kind).ReservedPorts(2).ShouldBe([9180]);
        Plans.BehindFront.Listeners.Select(l => proxy.PreviewPortOf(Plans.BehindFront, l)).ShouldBe([9182, 9183]);
        Should.Throw<ArgumentException>(() => proxy.PreviewPortOf(plan, Listener.To(81, "bot"))).Message.ShouldStartWith("The plan has no listener on port 81.");
    }
}

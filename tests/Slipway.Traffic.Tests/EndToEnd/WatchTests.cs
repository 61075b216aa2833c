using System.Net;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class WatchTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_proxy_logs_what_a_slot_failed_and_nothing_else(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.TextAsync("/");
        await stage.SwitchToAsync(Slot.Green);
        (await stage.StatusAsync("/missing")).ShouldBe(HttpStatusCode.NotFound);
        (await stage.StatusAsync("/broken?token=secret")).ShouldBe(HttpStatusCode.InternalServerError);

        var log = await stage.LogUpToAsync("GET /broken");

        stage.Failures.ParseFailures(stage.Plan, log).ShouldBe([new FailedRequest(ProxyStage.Service, Slot.Green, 500, "GET /broken")]);
        log.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("nginx", HttpStatusCode.BadGateway)]
    [InlineData("haproxy", HttpStatusCode.ServiceUnavailable)]
    [InlineData("caddy", HttpStatusCode.BadGateway)]
    public async Task A_slot_that_is_gone_is_logged_as_failing(string kind, HttpStatusCode status)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.Green.DisposeAsync();
        await stage.SwitchToAsync(Slot.Green);

        (await stage.StatusAsync("/")).ShouldBe(status);

        stage.Failures.ParseFailures(stage.Plan, await stage.LogUpToAsync("GET /")).ShouldBe([new FailedRequest(ProxyStage.Service, Slot.Green, (int)status, "GET /")]);
    }
}

using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Caddy;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.Caddy;

public sealed class CaddyLogTests
{
    [Fact]
    public void Answers_of_500_and_more_of_a_slot_are_failures()
    {
        const string log = """
            {"level":"error","msg":"handled request","request":{"method":"GET","uri":"/messages"},"user_id":"bot=green dial tcp: connection refused","status":502}
            2026-11-22T20:00:00.000000000Z {"request":{"method":"POST","uri":"/a%20file?token=1"},"user_id":"bot=blue ","status":500}
            {"request":{"method":"GET","uri":"/missing"},"user_id":"bot=blue ","status":404}
            {"request":{"method":"GET","uri":"/"},"user_id":"other=green ","status":500}
            {"request":{"method":"GET","uri":"/"},"user_id":"","status":500}
            """;

        CaddyLog.Parse(Plans.One, log).ShouldBe([
            new FailedRequest("bot", Slot.Green, 502, "GET /messages"),
            new FailedRequest("bot", Slot.Blue, 500, "POST /a%20file"),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("an application says {\"user_id\": 7}")]
    [InlineData("{\"user_id\":\"bot=green \",\"status\":\"502\",\"request\":{}}")]
    [InlineData("{\"user_id\":\"bot=green \",\"status\":502}")]
    [InlineData("{\"user_id\":\"bot=green \",\"status\":502,\"request\":{\"method\":\"GET\"}}")]
    [InlineData("{\"user_id\":\"bot=green \",\"status\":502,\"request\":{\"method\":\"GET\",\"uri\":null}}")]
    [InlineData("{\"user_id\":null,\"status\":502}")]
    [InlineData("{\"user_id\":\"bot=green \",\"stat")]
    public void What_is_no_such_line_is_passed_over(string line) => CaddyLog.Parse(Plans.One, line).ShouldBeEmpty();
}

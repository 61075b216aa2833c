using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Caddy;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.Caddy;

public sealed class CaddyLogTests
{
    [Fact]
    public void The_newest_reason_why_there_is_no_certificate_is_found()
    {
        string[] lines =
        [
            "{\"level\":\"warn\",\"logger\":\"tls\",\"msg\":\"stapling\"}",
            "{\"level\":\"error\",\"logger\":\"tls.obtain\",\"msg\":\"will retry\",\"error\":\"first\"}",
            "{\"level\":\"error\",\"logger\":\"tls.obtain\",\"msg\":\"will retry\",\"error\":\"[a.test] Obtain: connection refused\"}",
            "{\"level\":\"error\",\"logger\":\"http\",\"error\":\"another\"}",
            "{\"level\":\"err",
            "no JSON",
        ];

        CaddyLog.WhyNotObtained(lines).ShouldBe("[a.test] Obtain: connection refused");
        CaddyLog.WhyNotObtained([]).ShouldBeNull();
        CaddyLog.WhyNotObtained(
        [
            .. lines,
            "{\"logger\":\"http.acme_client\",\"msg\":\"challenge failed\",\"challenge_type\":\"tls-alpn-01\",\"error\":\"no answer\"}",
            "{\"logger\":\"http.acme_client\",\"msg\":\"challenge failed\",\"challenge_type\":\"http-01\",\"error\":\"refused\"}",
        ]).ShouldBe("http-01: refused; tls-alpn-01: no answer");
    }

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

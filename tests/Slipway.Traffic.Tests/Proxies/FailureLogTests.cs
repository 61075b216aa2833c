using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class FailureLogTests
{
    [Fact]
    public void Answers_of_500_and_more_and_those_that_the_slot_broke_off_are_failures()
    {
        const string log = """
            slipway bot_green 502 - GET /messages
            slipway bot_green 200 -- GET /
            slipway bot_blue 503 SC POST /messages
            2026-11-22T20:00:00.000000000Z slipway bot_green 200 SD GET /a file
            slipway bot_green 200 CD GET /client-went-away
            slipway other_green 500 - GET /
            slipway nowhere 404 PR GET /
            [warn] 8#8: slipway is mentioned
            """;

        FailureLog.Parse(Plans.One, log).ShouldBe([
            new FailedRequest("bot", Slot.Green, 502, "GET /messages"),
            new FailedRequest("bot", Slot.Blue, 503, "POST /messages"),
            new FailedRequest("bot", Slot.Green, 200, "GET /a file"),
        ]);
    }
}

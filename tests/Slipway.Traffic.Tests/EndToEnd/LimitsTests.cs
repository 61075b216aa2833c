using System.Net;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>An application that was reached directly before is to notice no proxy.</summary>
public sealed class LimitsTests
{
    private const int Kilobyte = 1024;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Large_requests_and_answers_pass(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        (await stage.TextAsync("/headers", headers: [("Cookie", Text(16 * Kilobyte))])).ShouldContain($"Cookie: {Text(16 * Kilobyte)}\n");
        (await stage.TextAsync("/headers", headers: [("X-One", Text(64 * Kilobyte))])).ShouldContain($"X-One: {Text(64 * Kilobyte)}\n");
        var many = await stage.TextAsync("/headers", headers: [.. Enumerable.Range(0, 200).Select(i => ($"X-Many-{i}", Text(320)))]);
        many.Split('\n').Count(l => l.StartsWith("X-Many-", StringComparison.OrdinalIgnoreCase)).ShouldBe(200);
        (await stage.TextAsync($"/page?{Text(16 * Kilobyte)}")).ShouldBe($"bot blue /page?{Text(16 * Kilobyte)}");
        using var cookies = await stage.AskAsync($"/cookies?count=8&length={4 * Kilobyte}");
        cookies.StatusCode.ShouldBe(HttpStatusCode.OK);
        cookies.Headers.GetValues("Set-Cookie").Sum(c => c.Length).ShouldBeGreaterThan(32 * Kilobyte);
        using var cookie = await stage.AskAsync($"/cookies?count=1&length={56 * Kilobyte}");
        cookie.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_header_with_an_underscore_passes_unless_it_looks_as_if_it_said_who_the_client_is(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        var headers = await stage.TextAsync("/headers", headers: [("api_key", "k"), ("X_Real_IP", "1.2.3.4"), ("x-forwarded_for", "1.2.3.4")]);

        headers.ShouldContain("api_key: k\n");
        headers.ShouldNotContain("1.2.3.4");
    }

    [Fact]
    public async Task A_probe_takes_what_the_proxy_takes()
    {
        await using var stage = await ProxyStage.StartAsync("nginx");

        var result = await new ReadinessProbe(TimeProvider.System).WaitAsync(Tcp.To(stage.Plan.Backends[0].EndPointOf(Slots.Slot.Blue)),
            new ProbeRequest($"/cookies?count=28&length={4 * Kilobyte}"), TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

        result.Ready.ShouldBeTrue(result.Last.ToString());
    }

    private static string Text(int length) => new('x', length);
}

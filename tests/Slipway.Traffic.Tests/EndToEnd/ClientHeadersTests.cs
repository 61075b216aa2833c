using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class ClientHeadersTests
{
    private static readonly (string Name, string Value)[] Claims =
    [
        ("X-Real-IP", "203.0.113.7"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "shop.example.org"),
        ("X-Forwarded-Proto", "https"), ("X-Forwarded-Port", "8443"),
    ];

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_a_front_says_of_the_client_is_passed_on(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { IsBehindFront = true });

        var headers = await LinesAsync(stage, Claims);

        headers.ShouldContain("x-real-ip: 203.0.113.7");
        headers.ShouldContain("x-forwarded-host: shop.example.org");
        headers.ShouldContain("x-forwarded-proto: https");
        headers.ShouldContain("x-forwarded-port: 8443");
        headers.ShouldContain(l => IsSaid(kind, l));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_a_front_does_not_say_is_not_said_for_it(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { IsBehindFront = true });

        var headers = await LinesAsync(stage, []);

        headers.Where(l => l.StartsWith("x-real-ip:", StringComparison.Ordinal) || l.StartsWith("x-forwarded-", StringComparison.Ordinal))
            .Count().ShouldBe(AddsItself.Contains(kind) ? 4 : 0);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_client_of_a_proxy_without_a_front_does_not_say_who_it_is(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        var headers = await LinesAsync(stage, Claims);

        headers.ShouldNotContain("x-real-ip: 203.0.113.7");
        headers.ShouldContain(l => l.StartsWith("x-real-ip: 1", StringComparison.Ordinal));
        headers.ShouldContain($"x-forwarded-host: {stage.Address}");
        headers.ShouldContain("x-forwarded-proto: https");
        headers.ShouldContain(l => IsChain(l));
    }

    // Caddy can't leave out what it says of the client.
    private static string[] AddsItself => ["caddy"];

    private static bool IsSaid(string kind, string line) => AddsItself.Contains(kind) ? IsChain(line) : line == "x-forwarded-for: 203.0.113.7";

    // The front's address comes after what it said, in the same header or in another of that name.
    private static bool IsChain(string line) =>
        line.StartsWith("x-forwarded-for: 203.0.113.7,", StringComparison.Ordinal) && line.Split(',').Length == 2 && !line.EndsWith(',');

    private static async Task<string[]> LinesAsync(ProxyStage stage, (string Name, string Value)[] headers) =>
        (await stage.TextAsync("/headers", headers: headers)).ToLowerInvariant().Split('\n');
}

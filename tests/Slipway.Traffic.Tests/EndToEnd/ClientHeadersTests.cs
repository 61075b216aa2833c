using System.Net;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class ClientHeadersTests
{
    private const string Claimed = "203.0.113.7";

    private static readonly (string Name, string Value)[] Claims =
    [
        ("X-Real-IP", Claimed), ("X-Forwarded-For", Claimed), ("X-Forwarded-Host", "shop.example.org"),
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

        var headers = await LinesAsync(stage, [.. Claims, .. Others, .. LookAlikes]);

        string.Join('\n', headers).ShouldNotContain(Claimed);
        headers.ShouldContain($"x-forwarded-host: {stage.Address}");
        headers.ShouldContain("x-forwarded-proto: http");
        var client = Value(headers, "x-real-ip");
        client.ShouldNotBeEmpty();
        Value(headers, "x-forwarded-for").ShouldBe(client);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Whoever_is_trusted_says_who_the_client_is(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Trusted = [IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("10.0.0.0/8")] });

        var headers = await LinesAsync(stage, [.. Others, ("X-Forwarded-For", "6.6.6.6, 203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "shop.example.org")]);

        headers.ShouldContain("x-forwarded-host: shop.example.org");
        headers.ShouldContain("x-forwarded-proto: https");
        Value(headers, "x-real-ip").ShouldBe("203.0.113.7");
        Value(headers, "x-forwarded-for").ShouldMatch("^6[.]6[.]6[.]6, ?203[.]0[.]113[.]7, ?1[0-9.]+$");
        Value(headers, "x-forwarded-port").ShouldBe(Claimed);
        Value(headers, "forwarded").ShouldBe($"for={Claimed}");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Behind_several_that_are_trusted_the_client_is_the_last_who_is_not(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Trusted = [IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("192.0.2.9/32")] });

        Value(await LinesAsync(stage, [("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.250.0.1, 172.31.255.254"), ("X-Forwarded-For", "192.0.2.9")]), "x-real-ip")
            .ShouldBe("203.0.113.7");
        Value(await LinesAsync(stage, [("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "203.0.113.7")]), "x-real-ip").ShouldBe("203.0.113.7");
        Value(await LinesAsync(stage, [("X-Forwarded-For", "172.32.0.1")]), "x-real-ip").ShouldBe("172.32.0.1");
        Value(await LinesAsync(stage, []), "x-real-ip").ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Whoever_is_not_trusted_does_not_say_so_where_others_are(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { Trusted = [IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("2001:db8::/32")] });

        var headers = await LinesAsync(stage, [.. Claims, .. Others, .. LookAlikes]);

        string.Join('\n', headers).ShouldNotContain(Claimed);
        headers.ShouldContain("x-forwarded-proto: http");
        headers.ShouldContain($"x-forwarded-host: {stage.Address}");
        Value(headers, "x-forwarded-for").ShouldBe(Value(headers, "x-real-ip"));
    }

    private static IEnumerable<(string, string)> Others =>
        ClientHeaders.Others.Select(n => (n, n == "Forwarded" ? $"for={Claimed}" : Claimed));

    private static IEnumerable<(string, string)> LookAlikes => ClientHeaders.LookAlikes
        .Where(n => !n.StartsWith("Content", StringComparison.Ordinal) && !n.StartsWith("Transfer", StringComparison.Ordinal))
        .Select(n => (n, Claimed));

    // As an application sees it: all headers of that name as one.
    private static string Value(string[] headers, string name) =>
        string.Join(',', headers.Where(h => h.StartsWith(name + ":", StringComparison.Ordinal)).Select(h => h[(name.Length + 1)..].Trim()));

    // Caddy can't leave out what it says of the client.
    private static string[] AddsItself => ["caddy"];

    private static bool IsSaid(string kind, string line) => AddsItself.Contains(kind) ? IsChain(line) : line == "x-forwarded-for: 203.0.113.7";

    // The front's address comes after what it said, in the same header or in another of that name.
    private static bool IsChain(string line) =>
        line.StartsWith("x-forwarded-for: 203.0.113.7,", StringComparison.Ordinal) && line.Split(',').Length == 2 && !line.EndsWith(',');

    private static async Task<string[]> LinesAsync(ProxyStage stage, (string Name, string Value)[] headers) =>
        (await stage.TextAsync("/headers", headers: headers)).ToLowerInvariant().Split('\n');
}

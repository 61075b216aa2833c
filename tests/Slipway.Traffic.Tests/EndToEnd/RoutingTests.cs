using System.Net;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class RoutingTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Path_and_host_decide_the_service_and_each_service_has_its_own_slot(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);

        await stage.SwitchToAsync(new SlotChoice(ProxyStage.OtherService, Slot.Green));

        (await stage.TextAsync("/page?q=1")).ShouldBe("bot blue /page?q=1");
        (await stage.TextAsync("/api")).ShouldBe("api.v2 green /api");
        (await stage.TextAsync("/api/x")).ShouldBe("api.v2 green /api/x");
        (await stage.TextAsync("/apis")).ShouldBe("bot blue /apis");
        (await stage.TextAsync("/API/x")).ShouldBe("bot blue /API/x");
        (await stage.TextAsync("/page", host: ProxyStage.OtherHost)).ShouldBe("api.v2 green /page");
        (await stage.TextAsync("/page", host: $"{ProxyStage.OtherHost.ToUpperInvariant()}:8080")).ShouldBe("api.v2 green /page");
        (await stage.TextAsync("/page", host: "elsewhere.example.org")).ShouldBe("bot blue /page");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_most_exact_host_decides_and_then_the_path_among_its_own_routes(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with
        {
            Listeners =
            [
                new Listener(80,
                [
                    new Route("/", ProxyStage.Service),
                    new Route("/", ProxyStage.OtherService, "*.example.org"),
                    new Route("/shop", ProxyStage.Service, "*.eu.example.org"),
                    new Route("/api", ProxyStage.OtherService, "a.eu.example.org"),
                ]),
            ],
        });
        (string Host, string Path)[] requests =
        [
            ("example.org", "/x"), ("a.example.org", "/x"), ("a.b.Example.org:8080", "/x"), ("notexample.org", "/x"), ("a.example.org.test", "/x"),
            ("b.eu.example.org", "/shop"), ("b.eu.example.org", "/x"), ("a.eu.example.org", "/api"), ("a.eu.example.org", "/shop"),
        ];

        var answers = new List<string>();
        foreach (var (host, path) in requests)
        {
            using var answer = await stage.AskAsync(path, host: host);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode == HttpStatusCode.NotFound ? "404" : text.Split(' ')[0]);
        }

        answers.ShouldBe(["bot", "api.v2", "api.v2", "bot", "bot", "bot", "404", "api.v2", "404"]);
        requests.Select(r => stage.Plan.Listeners[0].RouteOf(r.Host.Split(':')[0], r.Path)?.Service ?? "404").ShouldBe(answers);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Two_services_are_switched_by_one_command_in_either_direction(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        await stage.SwitchToAsync(Slot.Green);

        SlotChoice[] crossed = [new SlotChoice(ProxyStage.Service, Slot.Blue), new SlotChoice(ProxyStage.OtherService, Slot.Green)];
        await stage.SwitchToAsync(crossed);

        (await stage.SlotsAsync()).ShouldBe(crossed);
        await stage.RestartAsync();
        (await stage.SlotsAsync()).ShouldBe(crossed);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task An_event_reaches_the_client_while_the_stream_is_still_open(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        using var client = new HttpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));

        await using var stream = await client.GetStreamAsync(new Uri($"http://{stage.Address}/events?count=2&ms=600000"), deadline.Token);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(deadline.Token)).ShouldBe("data: 0");
    }
}

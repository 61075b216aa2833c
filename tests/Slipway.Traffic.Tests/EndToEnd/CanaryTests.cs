using System.Net;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class CanaryTests
{
    private static readonly SlotChoice Green = new(ProxyStage.Service, Slot.Green);

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_share_of_the_requests_goes_to_the_slot_that_does_not_serve_and_no_connection_notices(string kind)
    {
        const int Requests = 10_000;
        await using var stage = await StartAsync(kind);
        (await stage.SlotsAsync()).ShouldNotBeNull().ShouldContain(new SlotChoice(ProxyStage.Service, Slot.Blue));

        foreach (var percent in new[] { 5, 50 })
        {
            await ShareAsync(stage, percent);

            (await CountAsync(stage, Requests)).ShouldBeInRange((percent - 2) * Requests / 100, (percent + 2) * Requests / 100);
            (await SharedAsync(stage)).ShouldBe([Green]);
        }

        await stage.SwitchToAsync(Slot.Green);
        (await CountAsync(stage, 200)).ShouldBe(200);
        await ShareAsync(stage, 0);
        (await CountAsync(stage, 200)).ShouldBe(200);
        (await SharedAsync(stage)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_client_that_had_an_answer_stays_with_its_slot_while_the_share_grows(string kind)
    {
        await using var stage = await StartAsync(kind, new Canary(ProxyStage.Service) { IsSticky = true });
        await ShareAsync(stage, 30);
        var clients = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => VisitorAsync(stage)));

        (await Task.WhenAll(clients.Select(c => AskAsync(stage, c.Jar)))).ShouldBe(clients.Select(c => c.Answer));
        await ShareAsync(stage, 60);

        var later = await Task.WhenAll(clients.Select(c => AskAsync(stage, c.Jar)));
        clients.Zip(later).Where(c => c.First.Answer == "green").ShouldAllBe(c => c.Second == "green");
        clients.Select(c => c.Answer).Distinct().Order().ShouldBe(["blue", "green"]);
        await ShareAsync(stage, 0);
        (await VisitorAsync(stage)).Jar.Count.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_header_or_a_cookie_leads_there_as_long_as_it_is_to(string kind)
    {
        await using var stage = await StartAsync(kind, new Canary(ProxyStage.Service)
        {
            Matches = [new("X-Canary", "yes", IsCookie: false), new("beta", null, IsCookie: true)],
        });
        async Task<string> AskAllAsync() => string.Join(' ', await Task.WhenAll(
            stage.TextAsync("/"),
            stage.TextAsync("/", headers: [("X-Canary", "yes")]),
            stage.TextAsync("/", headers: [("X-Canary", "no")]),
            stage.TextAsync("/", headers: [("Cookie", "a=b; beta=1")])));

        (await AskAllAsync()).ShouldBe("blue blue blue blue");
        await ShareAsync(stage, 0, matches: 1);
        (await AskAllAsync()).ShouldBe("blue green blue blue");
        await ShareAsync(stage, 0, matches: 2);
        (await AskAllAsync()).ShouldBe("blue green blue green");
        await ShareAsync(stage, 0);
        (await AskAllAsync()).ShouldBe("blue blue blue blue");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_restart_forgets_the_share(string kind)
    {
        await using var stage = await StartAsync(kind);
        await ShareAsync(stage, 100);
        (await CountAsync(stage, 50)).ShouldBe(50);

        await stage.RestartAsync();

        (await CountAsync(stage, 50)).ShouldBe(0);
    }

    private static Task<ProxyStage> StartAsync(string kind, Canary? canary = null) =>
        ProxyStage.StartAsync(kind, plan => plan with { Canaries = [canary ?? new Canary(ProxyStage.Service)] });

    private static Task ShareAsync(ProxyStage stage, int percent, int matches = 0) =>
        stage.ExecAsync(((ISharesRequests)stage.Proxy).Share([new CanaryShare(Green, percent, matches)]));

    private static async Task<IReadOnlyList<SlotChoice>> SharedAsync(ProxyStage stage) =>
        ((ISharesRequests)stage.Proxy).ParseShares((await stage.TextAsync(ProxyPorts.SlotsPath, ProxyPorts.Slots)));

    private static async Task<int> CountAsync(ProxyStage stage, int requests)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 });
        var green = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (_, stop) =>
            {
                if (await client.GetStringAsync(new Uri($"http://{stage.Address}/"), stop) == "green")
                {
                    Interlocked.Increment(ref green);
                }
            });
        return green;
    }

    private static async Task<(CookieContainer Jar, string Answer)> VisitorAsync(ProxyStage stage)
    {
        var jar = new CookieContainer();
        return (jar, await AskAsync(stage, jar));
    }

    private static async Task<string> AskAsync(ProxyStage stage, CookieContainer jar)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar });
        return await client.GetStringAsync(new Uri($"http://{stage.Address}/"), TestContext.Current.CancellationToken);
    }
}

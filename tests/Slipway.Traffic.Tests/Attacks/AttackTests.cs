using System.Net.Security;
using Slipway.Testing.Certificates;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.EndToEnd;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>Nothing reaches a slot in a shape that the proxy did not see. docs/attacks.md says what each kind does.</summary>
public sealed class AttackTests
{
    private const string Http1 = "By HTTP/1.1";
    private const string Http2 = "By HTTP/2";
    private readonly TestCertificate _certificate = TestCertificate.For(ProxyStage.Service);

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_reaches_a_slot_is_what_the_proxy_saw(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var slot = await SlotOfAsync(stage);

        AttackPage.ShouldTell(kind, Http1, await SeenAsync(Client(null), slot, Attack.All.Select(a => (a.Title, a.Bytes))));
        AttackPage.ShouldTell(kind, Http1, await SeenAsync(Client(SslApplicationProtocol.Http11), slot, Attack.All.Select(a => (a.Title, a.Bytes))));
        AttackPage.ShouldTell(kind, Http2, await SeenAsync(Client(SslApplicationProtocol.Http2), slot, Http2Attack.All.Select(a => (a.Title, a.Bytes))));

        RawClient Client(SslApplicationProtocol? protocol) => new(stage, _certificate, protocol);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Who_says_nothing_more_is_left_and_who_is_slow_is_waited_for(string kind)
    {
        await using var stage = await StartAsync(kind);
        await using var slot = await SlotOfAsync(stage);
        var clients = new SslApplicationProtocol?[] { null, SslApplicationProtocol.Http11, SslApplicationProtocol.Http2 }.Select(p => new RawClient(stage, _certificate, p)).ToList();

        var seen = (await Task.WhenAll(clients.SelectMany(c => SlowRequest.All.Select(r => (Client: c, Request: r))).Select(async ask =>
        {
            var title = $"{ask.Request.Title}, by {(ask.Client.IsHttp2 ? "HTTP/2" : "HTTP/1.1")}";
            return (title, (await ask.Client.AskAsync(ask.Request.PartsFor(ask.Client.IsHttp2), TimeSpan.FromSeconds(1))).Status);
        }))).Distinct().ToDictionary(s => s.title, s => s.Status, StringComparer.Ordinal);

        AttackPage.ShouldTell(kind, "Slowly", seen);
        slot.Connections.SelectMany(c => c.Whole).ShouldAllBe(head => head.StartsWith($"POST {SlowRequest.Patient} ", StringComparison.Ordinal));
        slot.Connections.Sum(c => c.Whole.Count).ShouldBe(clients.Count);
    }

    private static async Task<RawSlot> SlotOfAsync(ProxyStage stage)
    {
        await stage.Blue.DisposeAsync();
        return RawSlot.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue));
    }

    private static async Task<Dictionary<string, string>> SeenAsync(RawClient client, RawSlot slot, IEnumerable<(string Title, byte[] Bytes)> attacks)
    {
        var (faults, seen) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (title, bytes) in attacks)
        {
            slot.Forget();
            var answer = await client.AskAsync([bytes]);
            if (!char.IsAsciiDigit(answer.Status[0]))
            {
                // The proxy may still be at it, and what reaches the slot later would be taken for the next request.
                await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            }

            var got = slot.Connections;
            var heads = got.SelectMany(c => c.Whole).ToList();
            faults.AddRange(got.Where(c => c.Fault is not null).Select(c => $"{title}: {c.Fault}"));
            faults.AddRange(heads.Where(h => h.Contains(Attack.Hidden, StringComparison.Ordinal)).Select(h => $"{title}: {h}"));
            faults.AddRange(heads.Where(h => RawRequests.Values(h, "X-Real-IP").Count != 1 || RawRequests.Values(h, "X-Forwarded-For").Count != 1)
                .Select(_ => $"{title}: it does not say who the client is"));
            faults.AddRange(heads.SelectMany(h => h.Split("\r\n")).Where(IsOfFraming).Select(l => $"{title}: {l}"));
            if (heads.Count > answer.Count)
            {
                faults.Add($"{title}: {heads.Count} requests reached the slot, and the client had {answer.Count} answers ({answer.Status})");
            }

            seen[title] = heads.Count == 1 && answer.Status == "200" ? AttackPage.Passed : answer.Status;
        }

        faults.ShouldBeEmpty();
        return seen;
    }

    // A name that some servers take for one of the two that say how long a body is.
    private static bool IsOfFraming(string line) =>
        line.Split(':')[0].Trim() is var name && name.Contains('_', StringComparison.Ordinal) && name.Replace('_', '-').ToLowerInvariant() is "content-length" or "transfer-encoding";

    private Task<ProxyStage> StartAsync(string kind) => ProxyStage.StartAsync(
        kind,
        p => Plans.Handled(TlsPlans.With(p, _certificate), new RequestHandling { ResponseTimeout = TimeSpan.FromSeconds(2) }) with
        {
            RequestTimeout = TimeSpan.FromSeconds(2),
            IdleTimeout = TimeSpan.FromSeconds(10),
        });
}

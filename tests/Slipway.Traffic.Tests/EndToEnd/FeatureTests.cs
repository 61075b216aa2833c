using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What users' own fronts do beside passing requests on.</summary>
public sealed class FeatureTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task While_no_slot_answers_the_page_for_maintenance_is_shown_and_the_failure_logged(string kind)
    {
        const string Page = "<style>p { color: #123 }</style>\n<p>Back \"soon\" – {http.request.host} $uri %[src]\n";
        await using var stage = await ProxyStage.StartAsync(
            kind, p => Plans.Handled(p, new RequestHandling { Maintenance = new MaintenancePage(Page, TimeSpan.FromSeconds(77)) }));
        using var broken = await stage.AskAsync("/broken");
        await stage.Blue.DisposeAsync();

        using var shown = await stage.AskAsync("/any");
        using var client = new HttpClient();
        using var posted = await client.PostAsync(new Uri($"http://{stage.Address}/any"), new StringContent("a"), TestContext.Current.CancellationToken);
        using var other = await stage.AskAsync("/api");

        broken.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        foreach (var answer in new[] { shown, posted })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(Page);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(77));
        }

        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        var failed = stage.Failures.ParseFailures(stage.Plan, await stage.LogUpToAsync("POST /any"));
        failed.ShouldContain(f => f.Service == ProxyStage.Service && f.Slot == Slot.Blue && f.Status == 503 && f.Request == "GET /any");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Answers_that_become_smaller_are_compressed_for_who_takes_them(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => Plans.Handled(p, new RequestHandling { IsCompressed = true }));
        var path = $"/page?{new string('x', 4000)}";

        using var small = await stage.AskAsync(path, headers: [("Accept-Encoding", "gzip")]);
        using var large = await stage.AskAsync(path);
        using var events = await stage.AskAsync("/events?count=2&ms=1", headers: [("Accept-Encoding", "gzip")]);
        using var other = await stage.AskAsync($"/api?{new string('x', 4000)}", headers: [("Accept-Encoding", "gzip")]);

        small.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await small.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(1000);
        large.Content.Headers.ContentEncoding.ShouldBeEmpty();
        events.Content.Headers.ContentEncoding.ShouldBeEmpty();
        other.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Only_who_knows_the_password_may_ask_and_Slipway_itself(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => Plans.Handled(p, new RequestHandling { Users = [new Credential("ada", Plans.Bcrypt)] })
            with
        { Listeners = [new Listener(80, [new Route("/", ProxyStage.OtherService), new Route("/bot", ProxyStage.Service)])] });

        using var nobody = await stage.AskAsync("/bot");
        using var wrong = await stage.AskAsync("/bot", headers: [("Authorization", Basic("ada:byron"))]);
        using var stranger = await stage.AskAsync("/bot", headers: [("Authorization", Basic("eve:lovelace"))]);

        new[] { nobody, wrong, stranger }.Select(a => a.StatusCode).ShouldAllBe(s => s == HttpStatusCode.Unauthorized);
        nobody.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
        (await stage.TextAsync("/bot", headers: [("Authorization", Basic("ada:lovelace"))])).ShouldBe("bot blue /bot");
        (await stage.TextAsync("/any")).ShouldStartWith(ProxyStage.OtherService);
        (await stage.TextAsync("/bot", stage.Preview.PreviewPortOf(stage.Plan, stage.Plan.Listeners[0]), Slot.Green)).ShouldBe("bot green /bot");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_user_s_own_lines_are_where_they_belong(string kind)
    {
        var (all, own) = kind switch
        {
            "nginx" => ("add_header X-All yes always;", "if ($uri = /any) { return 418 $uri; }"),
            "haproxy" => ("http-after-response set-header X-All yes", "http-request return status 418 content-type text/plain lf-string %[path] if { path /any }"),
            "caddy" => ("header X-All yes", "handle /any {\nrespond {path} 418\n}"),
            _ => throw new ArgumentException(kind, nameof(kind)),
        };
        await using var stage = await ProxyStage.StartAsync(
            kind, p => Plans.Handled(p, new RequestHandling { Extra = Lines(own) }) with { Extra = Lines(all) });

        using var answer = await stage.AskAsync("/any");
        using var other = await stage.AskAsync("/api");

        ((int)answer.StatusCode).ShouldBe(418);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("/any");
        answer.Headers.GetValues("X-All").ShouldBe(["yes"]);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nginx", "proxy_buffering maybe;")]
    [InlineData("haproxy", "http-request frobnicate")]
    [InlineData("caddy", "frobnicate")]
    public void A_line_of_the_user_s_own_is_known_by_its_number(string kind, string wrong)
    {
        var file = Kinds.Of(kind).Files(Plans.Handled(Plans.One, new RequestHandling { Extra = Lines(wrong) }) with { Extra = Lines("# nothing") })[0];

        file.Extras.Values.Select(l => l.Text).Distinct().ShouldBe(["# nothing", wrong], ignoreOrder: true);
        file.Extras.ShouldAllBe(e => file.Content.Split('\n', StringSplitOptions.None)[e.Key - 1].Trim() == e.Value.Text);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task By_the_PROXY_protocol_only_who_is_trusted_says_who_the_client_is(string kind)
    {
        if (Kinds.Of(kind) is not IHearsProxyProtocol)
        {
            ProxyPlanRules.Problems(Plans.One with { ProxyProtocolPorts = [80], Trusted = [IPNetwork.Parse("10.0.0.0/8")] }, Kinds.Of(kind)).ShouldHaveSingleItem()
                .ShouldContain("can't take the client's address from the PROXY protocol");
            return;
        }

        await using var stage = await ProxyStage.StartAsync(kind, p => p with
        {
            ProxyProtocolPorts = [8443],
            Trusted = [IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("10.0.0.0/8")],
            Listeners = [.. p.Listeners, new Listener(8443, p.Listeners[0].Routes)],
        });

        var told = await RawAsync(stage, "PROXY TCP4 203.0.113.7 203.0.113.8 4711 443\r\nGET /headers HTTP/1.1\r\nHost: bot\r\nX-Forwarded-For: 6.6.6.6\r\nConnection: close\r\n\r\n");

        told.ShouldContain("X-Real-IP: 203.0.113.7\n", Case.Insensitive);
        told.ShouldContain("X-Forwarded-For: 203.0.113.7\n", Case.Insensitive);
        told.ShouldNotContain("6.6.6.6");
    }

    private static IReadOnlyList<ExtraLine> Lines(string text) =>
        [.. text.Split('\n').Select((l, i) => new ExtraLine(l, string.Create(CultureInfo.InvariantCulture, $"slipway.yaml:{i + 1}:1")))];

    private static string Basic(string user) => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user))).ToString();

    private static async Task<string> RawAsync(ProxyStage stage, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Address, 8443, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}

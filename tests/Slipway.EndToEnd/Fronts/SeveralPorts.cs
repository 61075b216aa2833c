using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Fronts;

/// <summary>One service with three ports, of which one is not HTTP: blue-green as a whole.</summary>
public sealed class SeveralPorts(SlipwayProgram program)
{
    private const int BadConfiguration = 4;

    [Theory]
    [InlineData("nginx", "nginx:1.28", Skip = Scale.Long, SkipUnless = nameof(Scale.IsFull), SkipType = typeof(Scale))]
    [InlineData("haproxy", "haproxy:2.8")]
    public async Task All_ports_are_switched_together_and_a_connection_outlives_the_switch(string kind, string image)
    {
        var lines = FreePort.Find();
        await using var site = await FrontedApplication.CreateAsync(program, "ports");
        site.Set("LINES_PORT", lines.ToString(CultureInfo.InvariantCulture));
        site.Edit("slipway.yaml", "application: ports", $"application: {site.Name}");
        site.Edit("slipway.yaml", "kind: nginx", $"kind: {kind}");
        site.Edit("slipway.yaml", "nginx:1.28", image);
        await site.DeployAsync();
        var before = await AnswersAsync(site, lines);
        await using var users = site.StartLoad();
        await using var keepers = site.StartLoad(site.SecondPort, "/");
        using var old = await ConnectAsync(lines);

        site.Set("WEB_VERSION", "2");
        await site.DeployAsync();
        var after = await AnswersAsync(site, lines);
        var kept = await AskAsync(old);
        await site.RollBackAsync();

        before.ShouldBe(("web 1", "web 1", "web 1 x"));
        after.ShouldBe(("web 2", "web 2", "web 2 x"));
        kept.ShouldBe("web 1 x");
        (await AnswersAsync(site, lines)).ShouldBe(("web 1", "web 1", "web 1 x"));
        await users.ShouldHaveLostNothingAsync();
        await keepers.ShouldHaveLostNothingAsync();
    }

    [Fact]
    public async Task A_kind_that_passes_no_connections_on_is_refused_at_the_port_before_anything_is_changed()
    {
        await using var site = await FrontedApplication.CreateAsync(program, "ports");
        site.Edit("slipway.yaml", "application: ports", $"application: {site.Name}");
        site.Edit("slipway.yaml", "kind: nginx", "kind: caddy");

        var deployment = await site.RunAsync("Deploy");

        deployment.ShouldHaveEndedWith(BadConfiguration).Text.ShouldContain("slipway.yaml:4:57: the proxy can't serve that: Port 5433: Caddy passes no tcp on");
        (await site.ContainersAsync()).ShouldBeEmpty();
    }

    private static async Task<(string Users, string Keepers, string Line)> AnswersAsync(FrontedApplication site, int lines)
    {
        using var client = await ConnectAsync(lines);
        return (await site.ServesAsync(), (await site.AskAsync(site.SecondPort, "/")).Release, await AskAsync(client));
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        // Connected is not yet connected to a slot: that is when it answers.
        (await AskAsync(client)).ShouldStartWith("web ");
        return client;
    }

    private static async Task<string> AskAsync(TcpClient client)
    {
        await client.GetStream().WriteAsync("x\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "nothing";
    }
}

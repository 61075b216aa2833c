using System.Net.Sockets;
using System.Text;
using Slipway.EndToEnd.Fronts;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Deployments;

/// <summary>A request whose body takes longer than two deployments, and than the drain deadline.</summary>
public sealed class Uploads(SlipwayProgram program)
{
    [Fact]
    public async Task An_upload_is_not_cut_when_its_slot_is_used_again()
    {
        await using var site = await FrontedApplication.CreateAsync(program, "added");
        site.Edit("slipway.yaml", "application: added", $"application: {site.Name}");
        site.Edit("slipway.yaml", "drain: 3s", "drain: 1s");
        await site.DeployAsync();
        using var upload = new TcpClient();
        await upload.ConnectAsync("127.0.0.1", site.Port, TestContext.Current.CancellationToken);
        await SendAsync(upload, "POST /up HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\nContent-Length: 10\r\n\r\nfirst");
        site.Set("WEB_VERSION", "2");
        await site.DeployAsync();

        site.Set("WEB_VERSION", "3");
        using var wait = site.Journal.Expect(e => e.Text.Contains("waiting for a request with a body", StringComparison.Ordinal));
        using var third = site.Start("Deploy");
        await wait.SeenAsync(third);
        var meanwhile = await site.ServesAsync();
        await SendAsync(upload, "after");
        using var reader = new StreamReader(upload.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await third.Completion).ShouldHaveEndedWith(0);

        (meanwhile, await site.ServesAsync()).ShouldBe(("web 2", "web 3"));
        answer.ShouldStartWith("HTTP/1.1 201 ");
        answer.ShouldContain("web 1");
    }

    private static async Task SendAsync(TcpClient client, string text) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
}

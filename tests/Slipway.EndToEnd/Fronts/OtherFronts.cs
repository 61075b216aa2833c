using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;
using Slipway.Load;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Shops that run under plain compose behind a front with a configuration of its own, taken over with what Init wrote unedited.</summary>
public sealed class OtherFronts(SlipwayProgram program)
{
    private const int Clients = 64;
    private static readonly string[] Pages = ["https://shop.test/", "https://shop.test/api/things", "https://admin.shop.test/users"];

    /// <summary>The fixtures, each with the folders that its front reads. What nginx does is a test of its own as well (<see cref="TlsFronts"/>).</summary>
    public static TheoryData<string, string> Shops =>
    [
        ("apache", "/etc/apache2 /srv/static"),
        ("caddy", "/etc/caddy /certs /srv/static"),
        .. Scale.IsFull ? [("tls", "/etc/nginx /usr/share/nginx")] : Array.Empty<TheoryDataRow<string, string>>(),
    ];

    [Theory]
    [MemberData(nameof(Shops))]
    public async Task It_stays_as_it_is_over_deployments_and_rollbacks_under_load_and_after_the_application_is_given_back(string fixture, string folders)
    {
        await using var shop = await FrontedApplication.CreateAsync(program, fixture);
        var front = fixture == "tls" ? "nginx" : fixture;
        using var certificate = Certificate.Write(Path.Combine(shop.Folder, "certs"), "shop", "shop.test", "www.shop.test", "admin.shop.test");
        using var users = new TlsUsers(shop.SecondPort, certificate);
        await shop.ComposeUpAsync();
        await shop.InitAsync();
        var (before, answers) = (await FrontAsync(shop, front, folders), await AskAsync(users));
        shop.Read("slipway.yaml").ShouldContain($"behind: {front}");

        await using var visits = Visits.Start(users.AskAsync, Pages);
        await shop.DeployAsync();
        await visits.StopAsync();
        await using var load = StartLoad(shop, users);
        for (var release = 2; release <= (Scale.IsFull ? 21 : 3); release++)
        {
            shop.Set(release % 4 == 0 ? "API_VERSION" : "WEB_VERSION", release.ToString(CultureInfo.InvariantCulture));
            await shop.DeployAsync();
            if (release % 4 == 3)
            {
                await shop.RollBackAsync();
            }
        }

        var report = await load.ShouldHaveLostNothingAsync();
        var served = await AskAsync(users);
        // Plain compose has the images of what served, and its variables from the files as they are.
        shop.Set("WEB_VERSION", served[0].Release.Split(' ')[1]);
        shop.Set("API_VERSION", served[1].Release.Split(' ')[1]);
        await using var leaving = StartLoad(shop, users);
        (await shop.RunAsync("Release")).ShouldHaveEndedWith(0);
        await leaving.FurtherAsync(500, TestContext.Current.CancellationToken);
        var left = await leaving.StopAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{front}: take-over {visits.Failures.Count} failed of {visits.Count}; deployments 0 of {report.Requests}; " +
            $"release {left.Failed} of {left.Requests}, longest gap {left.LongestGap.TotalMilliseconds:0} ms: {string.Join("; ", left.Failures.Take(5))}");
        // Once for each connection that rests when it is told, which is twice; Caddy is not told.
        left.Failed.ShouldBeLessThanOrEqualTo(front == "caddy" ? 0 : 2 * Clients, string.Join('\n', left.Failures));
        left.LongestGap.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        visits.Failures.Count.ShouldBeLessThan(visits.Count / 10, string.Join('\n', visits.Failures.Take(20)));
        (await FrontAsync(shop, front, folders)).ShouldBe(before);
        (await AskAsync(users)).ShouldBe(served);
        served.Select(Told).ShouldBe(answers.Select(Told));
        (await shop.ContainersAsync()).ShouldBe(new[] { "api-1 running", $"{front}-1 running", "web-1 running" }.Order(StringComparer.Ordinal));
    }

    private static LoadRun StartLoad(FrontedApplication shop, TlsUsers users) => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, shop.SecondPort),
        [
            new LoadClients(LoadKind.Get, "/", 24) { Pause = TimeSpan.FromMilliseconds(60) },
            new LoadClients(LoadKind.Post, "/", 20) { Pause = TimeSpan.FromMilliseconds(70) },
            new LoadClients(LoadKind.Get, "/api/things", Clients - 44) { Pause = TimeSpan.FromMilliseconds(65) },
        ])
        {
            Host = "shop.test",
            Tls = new SslClientAuthenticationOptions { TargetHost = "shop.test", CertificateChainPolicy = users.Policy },
            LongestRun = TimeSpan.FromMinutes(20),
        },
        TimeProvider.System);

    // The container, since when it runs, and each file of it and of the folders that it was given.
    private static async Task<string> FrontAsync(FrontedApplication shop, string front, string folders)
    {
        var container = $"{shop.Name}-{front}-1";
        var own = Directory.EnumerateFiles(shop.Folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(shop.Folder, f) is var name && !name.StartsWith('.') && !name.StartsWith("slipway", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}");
        return string.Join(
            '\n',
            [
                await Docker.RunAsync("inspect", "-f", "{{.Id}} {{.State.StartedAt}} {{.Image}} {{json .NetworkSettings.Networks}} {{json .Config}}", container),
                await Docker.RunAsync("exec", container, "sh", "-c", $"find {folders} -type f -exec sha256sum {{}} + | sort"),
                .. own,
            ]);
    }

    private static async Task<IReadOnlyList<Answer>> AskAsync(TlsUsers users)
    {
        var answers = new List<Answer>();
        foreach (var page in Pages)
        {
            answers.Add(await users.AskAsync(page));
        }

        return answers;
    }

    private static string Told(Answer answer) => $"{answer.Path} {answer.Host} {answer.Scheme} {answer.Outside}";
}

using System.Net.Http.Json;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>What Traefik finds by its labels, read from the engine as Traefik's Docker provider does.</summary>
public sealed class TraefikLabels(SlipwayProgram program)
{
    private const string NoTraefik = "SLIPWAY_TRAEFIK names no image";

    public static bool HasTraefik => Image.Length > 0;

    private static string Image => Environment.GetEnvironmentVariable("SLIPWAY_TRAEFIK") ?? string.Empty;

    [Fact]
    public async Task One_backend_a_service_is_found_whatever_the_slots_do_and_it_is_the_same_one()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "labels");
        var before = await FoundAsync(site);
        site.Read("slipway.yaml").ShouldContain("blog:   {strategy: blue-green, port: 8000");
        await site.DeployAsync();
        var first = await FoundAsync(site);

        site.Set("APP_VERSION", "2");
        await site.DeployAsync();
        var second = await FoundAsync(site);
        await site.RollBackAsync();
        var back = await FoundAsync(site);
        site.Set("APP_VERSION", "1");
        (await site.RunAsync("Release")).ShouldHaveEndedWith(0);
        var released = await FoundAsync(site);

        new[] { before, first, second, back, released }.Select(found => string.Join(", ", found.Select(f => f.Release)))
            .ShouldBe(["blog 1, whoami 1", "blog 1, whoami 1", "blog 2, whoami 2", "blog 1, whoami 1", "blog 1, whoami 1"]);
        second.Select(f => f.Container).ShouldBe(first.Select(f => f.Container));
        back.Select(f => f.Container).ShouldBe(first.Select(f => f.Container));
    }

    [Fact]
    public async Task What_it_says_of_the_client_reaches_the_application()
    {
        await using var site = await FrontedApplication.RunningAsync(program, "labels");
        await site.DeployAsync();

        using var traefik = new HttpClient();
        traefik.DefaultRequestHeaders.Add("X-Real-IP", "198.51.100.7");
        traefik.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var answer = await traefik.GetFromJsonAsync<Answer>((await FoundAsync(site))[0].Page, TestContext.Current.CancellationToken);

        (answer!.RealIp, answer.Scheme).ShouldBe(("198.51.100.7", "https"));
    }

    [Fact]
    public async Task What_cannot_move_is_a_mistake_of_slipway_yaml()
    {
        await using var site = await FrontedApplication.CreateAsync(program, "labels");
        site.Write("docker-compose.yml", site.Read("docker-compose.yml").Replace("traefik.http.routers.whoami.rule", "traefik.http.routers.whoami.entrypoints", StringComparison.Ordinal));
        site.Write(
            "slipway.yaml",
            $"application: {site.Name}\ncompose: [docker-compose.yml]\nproxy: {{kind: nginx, image: \"{program.Images}/nginx:1.28\"}}\n"
                + "services:\n  whoami: {strategy: blue-green, port: 8000}\n");

        var run = await site.RunAsync("Plan");

        run.ShouldHaveEndedWith(4);
        run.Text.ShouldContain("slipway.yaml:5:3: Traefik finds \"whoami\" by its labels, which can't move to the gateway: its router whoami has no rule");
    }

    [Theory(Skip = NoTraefik, SkipUnless = nameof(HasTraefik))]
    [InlineData("traefik")]
    [InlineData("traefik-file")]
    public async Task Traefik_itself_loses_no_request_over_deployments_and_rollbacks(string fixture)
    {
        await using var site = await FrontedApplication.CreateAsync(program, fixture);
        site.Set("TRAEFIK_IMAGE", Image);
        if (fixture == "traefik")
        {
            await site.ComposeUpAsync();
            await site.InitAsync();
        }
        else
        {
            Directory.CreateDirectory(Path.Combine(site.Folder, "dynamic"));
            site.Write(
                "slipway.yaml",
                $"application: {site.Name}\ncompose: docker-compose.yml\n"
                    + $"proxy: {{kind: nginx, image: \"{program.Images}/nginx:1.28\", behind: edge, traefik: {{file: dynamic/site.yml, entry-points: [web]}}}}\n"
                    + "services:\n  app: {strategy: blue-green, port: 8000, routes: [/]}\n");
        }

        await site.DeployAsync();
        await using var load = site.StartLoad();

        for (var release = 2; release <= 6; release++)
        {
            site.Set("APP_VERSION", $"{release}");
            await site.DeployAsync();
            (await site.ServesAsync()).ShouldBe($"app {release}");
        }

        await site.RollBackAsync();
        (await site.ServesAsync()).ShouldBe("app 5");
        (await load.StopAsync()).Failures.ShouldBeEmpty();
    }

    // What runs, has the label and doesn't say no is asked on the network and the port that its labels name, whatever its name.
    private static async Task<IReadOnlyList<(string Container, Uri Page, string Release)>> FoundAsync(FrontedApplication site)
    {
        var found = new List<(string, Uri, string)>();
        foreach (var container in await Docker.LinesAsync("ps", "-q", "--no-trunc", "--filter", "label=traefik.enable=true", "--filter", $"network={site.Name}_default"))
        {
            var address = await Docker.RunAsync(
                "inspect",
                "-f",
                "{{$n := index .Config.Labels \"traefik.docker.network\"}}{{range $k, $v := .NetworkSettings.Networks}}{{if or (not $n) (eq $k $n)}}{{$v.IPAddress}}{{end}}{{end}}",
                container);
            var page = new Uri($"http://{address}:8000/");
            await site.UntilAnswersAsync(container, "http://127.0.0.1:8000/");
            found.Add((container, page, (await site.AskAsync(page)).Release));
        }

        return [.. found.OrderBy(f => f.Item3, StringComparer.Ordinal)];
    }
}

using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Two services that publish their ports themselves, behind a proxy that Slipway adds; each test leaves them deployed.</summary>
public sealed class AddedProxies(AddedProxies.DeployedPair deployed) : IClassFixture<AddedProxies.DeployedPair>
{
    private const int Refused = 5;
    private readonly FrontedApplication _pair = deployed.Pair;

    [Fact]
    public async Task Routes_that_lead_nowhere_are_told_and_the_ports_answer_as_they_did()
    {
        _pair.Edit("slipway.yaml", "port: 3000, ", "port: 3000, routes: [/api], ");

        var plan = await _pair.RunAsync("Plan");
        _pair.Edit("slipway.yaml", "routes: [/api], ", string.Empty);

        plan.Output.ShouldContain("warning  the routes of api have no effect");
        (await _pair.ServesAsync("/api/things")).ShouldBe("web 1");
    }

    [Fact]
    public async Task Services_that_are_added_moved_and_removed_take_nobody_s_place_and_lose_no_request()
    {
        var (compose, slipway) = (_pair.Read("compose.yaml"), _pair.Read("slipway.yaml"));
        var (api, web) = (Line(slipway, "  api:"), Line(slipway, "  web:"));
        await using var toWeb = _pair.StartLoad();
        await using var toApi = _pair.StartLoad(_pair.SecondPort, "/");

        _pair.Edit("compose.yaml", "\nservices:\n", "\nservices:\n  search:\n    <<: *server\n    environment: {NAME: search, PORT: \"3000\", VERSION: \"1\"}\n\n");
        _pair.Edit("slipway.yaml", web, api.Replace("api:", "search:", StringComparison.Ordinal) + web);
        await _pair.DeployAsync();
        var added = await AnswersAsync();
        _pair.Edit("slipway.yaml", api, string.Empty);
        _pair.Edit("slipway.yaml", web, web + api);
        _pair.Set("WEB_VERSION", "2");
        await _pair.DeployAsync();
        var moved = await AnswersAsync();
        _pair.Write("compose.yaml", compose);
        _pair.Write("slipway.yaml", slipway);
        _pair.Set("WEB_VERSION", "1");
        await _pair.DeployAsync();
        var removed = await AnswersAsync();

        (added, moved, removed).ShouldBe((("web 1", "api 1"), ("web 2", "api 1"), ("web 1", "api 1")));
        await toWeb.ShouldHaveLostNothingAsync();
        await toApi.ShouldHaveLostNothingAsync();
    }

    [Fact]
    public async Task Another_kind_of_proxy_needs_consent_and_the_same_release_serves_on()
    {
        var slipway = _pair.Read("slipway.yaml");
        var (containers, slots) = (await _pair.ContainerIdsAsync(), await SlotsAsync());
        _pair.Edit("slipway.yaml", "kind: nginx", "kind: haproxy");
        _pair.Edit("slipway.yaml", "nginx:1.28", "haproxy:2.8");

        var plan = await _pair.RunAsync("Plan");
        var refused = await _pair.RunAsync("Deploy");
        var (unchanged, serves) = (await _pair.ContainerIdsAsync(), await AnswersAsync());
        await _pair.DeployAsync("--consent=slipway-proxy");
        var (image, another) = (await Docker.RunAsync("inspect", "-f", "{{.Config.Image}}", $"{_pair.Name}-slipway-proxy-1"), await AnswersAsync());
        _pair.Write("slipway.yaml", slipway);
        await _pair.DeployAsync("--consent=slipway-proxy");

        plan.ShouldHaveEndedWith(Refused).Text.ShouldContain("--consent=slipway-proxy");
        refused.ShouldHaveEndedWith(Refused).Text.ShouldContain("--consent=slipway-proxy");
        unchanged.ShouldBe(containers);
        serves.ShouldBe(("web 1", "api 1"));
        image.ShouldContain("haproxy");
        another.ShouldBe(("web 1", "api 1"));
        (await AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await SlotsAsync()).ShouldBe(slots);
    }

    [Fact]
    public async Task Release_gives_the_ports_back_to_plain_compose_and_Deploy_takes_them_over_again()
    {
        (await _pair.RunAsync("Release")).ShouldHaveEndedWith(0);
        var (released, networks, serves) = (await _pair.ContainersAsync(), await _pair.NetworksAsync(), await AnswersAsync());
        await _pair.DeployAsync();

        released.ShouldBe(["api-1 running", "web-1 running"]);
        networks.ShouldBe([$"{_pair.Name}_default"]);
        serves.ShouldBe(("web 1", "api 1"));
        (await AnswersAsync()).ShouldBe(("web 1", "api 1"));
        (await _pair.ContainersAsync()).ShouldBe(["api-blue-1 running", "slipway-proxy-1 running", "web-blue-1 running"]);
    }

    private static string Line(string text, string start) => text.Split('\n').Single(l => l.StartsWith(start, StringComparison.Ordinal)) + "\n";

    private async Task<(string Web, string Api)> AnswersAsync() =>
        (await _pair.ServesAsync(), (await _pair.AskAsync(_pair.SecondPort, "/")).Release);

    private async Task<IReadOnlyList<string>> SlotsAsync() =>
        [.. (await _pair.ContainerIdsAsync()).Where(c => !c.Contains("slipway-proxy", StringComparison.Ordinal))];

    /// <summary>Fixtures/fronts/added, deployed where nothing ran.</summary>
    public sealed class DeployedPair(SlipwayProgram program) : IAsyncLifetime
    {
        internal FrontedApplication Pair { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Pair = await FrontedApplication.CreateAsync(program, "added");
            try
            {
                Pair.Edit("slipway.yaml", "application: added", $"application: {Pair.Name}");
                await Pair.DeployAsync();
            }
            catch
            {
                await Pair.DisposeAsync();
                throw;
            }
        }

        public ValueTask DisposeAsync() => Pair.DisposeAsync();
    }
}

using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;

namespace Slipway.EndToEnd.Foreign;

/// <summary>Init, Deploy, a change, Deploy and Rollback under load, of applications that Slipway has never seen, with what Init wrote unedited.</summary>
public sealed class Strangers(SlipwayProgram program)
{
    [Fact]
    public async Task Flask_behind_its_own_nginx_loses_no_visit_and_counts_none_twice()
    {
        await using var visits = await Stranger.CreateAsync(program, "visits", "VISITS_PORT");
        visits.Set("REDIS_IMAGE", $"{visits.Name}-store/redis:7");
        await MakeRedisAsync(visits);
        (await visits.RunAsync("Init")).ShouldHaveEndedWith(0);
        visits.Read("slipway.yaml").ShouldContain("proxy: {kind: nginx, service: front, listen: 80}");
        visits.Read("slipway.yaml").ShouldContain("web:   {strategy: blue-green, port: 5000, health: /ready}");
        await visits.DeployAsync();
        (await visits.AskAsync("/")).ShouldBe("visits 1");

        var report = await ChangeUnderLoadAsync(visits, "/", "/visits", () => visits.Edit("web/visits.py", "VERSION = \"1\"", "VERSION = \"2\""), "visits 2", "visits 1");

        (await visits.AskAsync("/visits")).ShouldBe($"{report.Figures.Single(f => f.Kind == LoadKind.Post).Requests}");
        (await visits.ContainersAsync()).ShouldBe(["front-1 running", "redis-1 running", "web-blue-1 running", "web-green-1 running"]);
    }

    [Fact]
    public async Task A_Node_server_that_publishes_its_port_itself_gets_a_proxy_before_it()
    {
        await using var notes = await Stranger.CreateAsync(program, "notes", "NOTES_PORT");
        (await notes.ComposeAsync("up", "-d", "--build", "--wait")).ShouldHaveEndedWith(0);
        (await notes.RunAsync("Init")).ShouldHaveEndedWith(0);
        notes.Read("slipway.yaml").ShouldContain("api:    {strategy: blue-green, port: 3000, health: /healthz}");
        notes.Read("slipway.yaml").ShouldContain("worker: {strategy: handoff}");
        await notes.DeployAsync();
        (await notes.AskAsync("/")).ShouldBe("hello 1 20");

        await ChangeUnderLoadAsync(notes, "/", "/notes", () => notes.Edit("server.js", "version = \"1\"", "version = \"2\""), "hello 2 20", "hello 1 20");

        (await notes.ContainersAsync()).Where(c => c.EndsWith(" running", StringComparison.Ordinal))
            .ShouldBe(["api-blue-1 running", "api-green-1 running", "slipway-proxy-1 running", "store-1 running", "worker-blue-1 running"]);

        // What users have brought there meanwhile would be gone with the container.
        await Docker.RunAsync("exec", "-u", "0", $"{notes.Name}-api-blue-1", "sh", "-c", "mkdir -p /srv/uploads/empty /srv/cache/data && echo 1 > /srv/uploads/note && echo 1 > /srv/cache/data/a");
        notes.Edit("server.js", "version = \"2\"", "version = \"3\"");
        (await notes.RunAsync("Plan")).ShouldHaveEndedWith(5).Output.ShouldContain("api keeps data in its container (/srv/uploads/note), and the new one would begin without it");
        (await notes.RunAsync("Plan", "--consent=api")).ShouldHaveEndedWith(2);
    }

    [Fact]
    public async Task Two_services_behind_one_nginx_keep_their_paths()
    {
        await using var site = await Stranger.CreateAsync(program, "two-paths", "GATE_PORT");
        (await site.RunAsync("Init")).ShouldHaveEndedWith(0);
        site.Read("slipway.yaml").ShouldContain("compose: [compose.yaml, compose.override.yaml]");
        site.Read("slipway.yaml").ShouldContain("routes: [/api]}");
        await site.DeployAsync();
        (await site.AskAsync("/")).ShouldBe("<h1>Pages</h1>");

        await ChangeUnderLoadAsync(site, "/", "/api/things", () => site.Set("API_VERSION", "2"), "api 2", "api 1", "/api/version");
    }

    private static async Task<LoadReport> ChangeUnderLoadAsync(Stranger stranger, string get, string post, Action change, string changed, string before, string? ask = null)
    {
        await using var load = stranger.StartLoad(get, post);
        change();
        await stranger.DeployAsync();
        (await stranger.AskAsync(ask ?? get)).ShouldBe(changed);

        (await stranger.RunAsync("Rollback")).ShouldHaveEndedWith(0);
        (await stranger.AskAsync(ask ?? get)).ShouldBe(before);

        return await load.ShouldHaveLostNothingAsync();
    }

    /// <summary>Stands in for the public image: its packages are those of the application's own image, so that nothing is installed twice.</summary>
    private async Task MakeRedisAsync(Stranger visits) => (await RunningProgram.RunAsync(
        ["docker", "build", "-q", "-t", $"{visits.Name}-store/redis:7", "--build-arg", $"BASE={program.Images}/debian:bookworm-slim", Path.Combine(visits.Folder, "web")])).ShouldHaveEndedWith(0);
}

using System.Text.Json.Nodes;
using Slipway.EndToEnd.Hosts;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Linting;

public sealed class MendedApplications(SlipwayProgram program) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-e2e-mended-");
    private readonly string _project = $"slipway-e2e-mended-{Guid.NewGuid():n}"[..28];
    private readonly int _port = FreePort.Find();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_sample_as_it_was_found_migrates_in_a_job_of_its_own_and_runs()
    {
        (await RunningProgram.RunAsync(["cp", "-r", Path.Combine(program.Repository, "samples", "hello-bot-before") + "/.", _folder.FullName])).ShouldHaveEndedWith(0);
        var before = await ConfigAsync();
        (await SlipwayAsync("Optimize", "--apply")).ShouldHaveEndedWith(0);
        (await ConfigAsync()).ShouldBe(before, "all but health checks and who waits for the job is as it was");
        try
        {
            (await ComposeAsync("build", "bot")).ShouldHaveEndedWith(0);

            (await ComposeAsync("--profile", "migration", "up", "--detach")).ShouldHaveEndedWith(0);
            (await ComposeAsync("up", "--detach", "--wait")).ShouldHaveEndedWith(0);

            (await ComposeAsync("--profile", "migration", "ps", "--all", "--format", "{{.Service}} {{.State}} {{.ExitCode}}", "migrate")).Output.ShouldContain("migrate exited 0");
            (await ComposeAsync("--profile", "migration", "logs", "migrate")).Text.ShouldContain("Running upgrade");
            (await ComposeAsync("logs", "bot")).Text.ShouldNotContain("alembic");
            using var client = new HttpClient();
            (await client.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/healthz"), TestContext.Current.CancellationToken)).ShouldContain("ready");
            (await SlipwayAsync("Optimize")).ShouldHaveEndedWith(0).Text.ShouldContain("Nothing to mend.");
        }
        finally
        {
            (await ComposeAsync("--profile", "*", "down", "--volumes", "--timeout", "1")).ShouldHaveEndedWith(0);
            await Docker.TryAsync("image", "rm", "--force", $"{_project}:1");
        }
    }

    [Fact]
    public async Task What_an_image_lacks_is_seen_in_the_image_and_nothing_is_left_behind()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "compose.yaml"), """
            services:
              web:
                image: ${SLIPWAY_IMAGES:-docker.io/library}/busybox:stable
                ports: ["8080:80"]
                restart: always
                mem_limit: 64m
                healthcheck: {test: ["CMD", "curl", "-f", "http://127.0.0.1/"], interval: 5s, start_period: 5s, start_interval: 1s}

            """, TestContext.Current.CancellationToken);

        (await SlipwayAsync("Lint")).ShouldHaveEndedWith(1).Output.ShouldContain("error SLC105: the image has no curl");
        (await SlipwayAsync("Optimize", "--apply")).ShouldHaveEndedWith(0);

        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "compose.yaml"), TestContext.Current.CancellationToken)).ShouldContain("{test: [\"CMD\", \"nc\", \"-z\", \"127.0.0.1\", \"80\"], interval: 5s");
        (await SlipwayAsync("Lint", "--no-engine")).ShouldHaveEndedWith(0);
        (await Docker.LinesAsync("ps", "--all", "--quiet", "--filter", "label=slipway.lint")).ShouldBeEmpty();
    }

    /// <summary>What compose makes of the application, without what was meant to change. The job is behind its profile.</summary>
    private async Task<string> ConfigAsync()
    {
        var services = JsonNode.Parse((await ComposeAsync("config", "--format", "json")).ShouldHaveEndedWith(0).Output)!;
        foreach (var service in services["services"]!.AsObject())
        {
            service.Value!.AsObject().Remove("healthcheck");
            service.Value["depends_on"]?.AsObject().Remove("migrate");
        }

        return services.ToJsonString();
    }

    private Task<ProgramResult> SlipwayAsync(string target, params string[] options) =>
        RunningProgram.RunAsync([.. program.Command, $"--target={target}", $"--app={_folder.FullName}", .. options], environment: Variables());

    private Task<ProgramResult> ComposeAsync(params string[] arguments) =>
        RunningProgram.RunAsync(["docker", "compose", "--project-name", _project, "--project-directory", _folder.FullName, .. arguments], environment: Variables());

    private Dictionary<string, string?> Variables() => new()
    {
        ["SLIPWAY_IMAGES"] = program.Images,
        ["BOT_IMAGE"] = $"{_project}:1",
        ["HELLO_BOT_PORT"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

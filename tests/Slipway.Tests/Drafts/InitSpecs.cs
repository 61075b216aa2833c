using Slipway.Commands;
using Slipway.Configuration;
using Slipway.Drafts;
using Slipway.Errors;
using Slipway.Tests.Applications;

namespace Slipway.Tests.Drafts;

public sealed class InitSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_Init_writes_is_read_without_a_mistake()
    {
        Write();

        Run().ShouldBe(0);

        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(_folder.Path, problems);
        var (application, _) = await new ApplicationLoader(new CommandRunner(null)).LoadAsync(settings, problems, TestContext.Current.CancellationToken);
        application.Slotted.Select(s => $"{s.Name} {s.Port} {s.Health}").ShouldBe(["web 8000 /healthz", "worker 0 /"]);
        application.Settings.Migrations!.Folder.ShouldBe("schema/versions");
        application.Settings.Database!.Service.ShouldBe("db");
    }

    [Fact]
    public void A_slipway_yaml_is_never_replaced()
    {
        Write();
        _folder.Write("slipway.yaml", "mine");

        Run().ShouldBe((int)ExitCode.BadConfiguration);

        File.ReadAllText(Path.Combine(_folder.Path, "slipway.yaml")).ShouldBe("mine");
    }

    [Fact]
    public void A_person_on_a_terminal_decides()
    {
        Write();

        Run("stateful\nrolling\nwhatever\n").ShouldBe(0);

        File.ReadAllText(Path.Combine(_folder.Path, "slipway.yaml")).ShouldContain("web: {strategy: rolling}  # as you said");
    }

    [Fact]
    public void Other_targets_are_left_to_Cake() => InitHost.Run(["--target=Init", "--target=Plan"], _folder.Path, TextWriter.Null, TextWriter.Null, null).ShouldBeNull();

    [Fact]
    public void A_folder_without_a_compose_file_is_refused() => Run().ShouldBe((int)ExitCode.BadConfiguration);

    public void Dispose() => _folder.Dispose();

    private int? Run(string? answers = null)
    {
        using var reader = answers is null ? null : new StringReader(answers);
        return InitHost.Run(["--target=Init", $"--app={_folder.Path}"], ".", TextWriter.Null, TextWriter.Null, reader);
    }

    private void Write()
    {
        _folder.Write("docker-compose.yml", """
            services:
              web:
                build: .
                healthcheck: {test: "curl -f http://localhost:8000/healthz"}
              worker: {build: ., command: work}
              db: {image: "postgres:15", environment: {POSTGRES_PASSWORD: hidden}}
            """);
        _folder.Write("Dockerfile", "FROM python:3 AS base\nEXPOSE 8000\nFROM base\nCMD serve\n");
        _folder.Write("alembic.ini", "[alembic]\nscript_location = schema\n");
        _folder.Write("schema/versions/1.py", "");
    }
}

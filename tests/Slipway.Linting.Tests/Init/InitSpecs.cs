using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Hosts;
using Slipway.Options;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Init;

public sealed class InitSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_Init_writes_is_read_without_a_mistake()
    {
        Write();

        Run().ShouldBe(0);

        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(_folder.Path, StrategyList.All, problems);
        var (application, _) = await new ApplicationLoader(new CommandRunner(null)).LoadAsync(settings, problems, TestContext.Current.CancellationToken);
        application.Slotted.Select(s => $"{s.Name} {s.Port} {s.Health}").ShouldBe(["web 8000 /healthz", "worker 0 /"]);
        application.Settings.Migrations!.Folder.ShouldBe("schema/versions");
        application.Settings.Database!.Service.ShouldBe("db");
    }

    [Fact]
    public void What_was_understood_is_shown_as_a_table_with_what_would_be_good_to_know()
    {
        Write();
        using var output = new StringWriter();

        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}"], "."), output, TextWriter.Null, null).ShouldBe(0);

        var lines = output.ToString().Split(Environment.NewLine);
        lines[0].ShouldBe("SERVICE  ROLE    STRATEGY                  EVIDENCE");
        lines.ShouldContain("db       data    stateful                  postgres holds data");
        lines.ShouldContain("web      web     blue-green :8000/healthz  port 8000 and /healthz are what its health check asks for");
        lines.ShouldContain(l => l.StartsWith("worker   worker  handoff ", StringComparison.Ordinal));
        lines.ShouldContain("  - worker: may several of it run at once? (rolling)");
        lines.ShouldAllBe(l => l.Length <= 160);
    }

    [Fact]
    public void All_that_speaks_for_a_role_of_a_service_is_told_and_nothing_is_written()
    {
        _folder.Write("compose.yaml", """
            services:
              import-server: {image: "acme/x:1", command: [mc, mirror], restart: on-failure}
              feed: {image: "acme/feed:1", ports: ["6379:6379", "80:80"], environment: {PORT: "9999"}, volumes: ["data:/feed"]}
            volumes: {data: {}}
            """);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}", "--explain=import-server"], "."), output, errors, null).ShouldBe(0);
        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}", "--explain", "feed"], "."), output, errors, null).ShouldBe(0);
        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}", "--explain=none"], "."), output, errors, null)
            .ShouldBe((int)ExitCode.BadConfiguration);

        var text = output.ToString();
        text.ShouldContain("import-server: job, job");
        text.ShouldMatch(@"job +\+2 +for +it is started again only when it fails, and nobody comes to it");
        text.ShouldMatch(@"job +\+2 +for +its name says import");
        text.ShouldMatch(@"job +-3 +against +its name or its command is of something that runs on");
        text.ShouldContain("feed: single, handoff");
        text.ShouldMatch(@"single +decides: handoff +two at once would write to data");
        text.ShouldMatch(@"web +against +port 6379 is published, but it is known for another protocol");
        text.ShouldMatch(@"web +against +port 9999 is PORT in its environment, but it is neither published nor exposed");
        errors.ToString().ShouldContain("has no service none");
        File.Exists(Path.Combine(_folder.Path, "slipway.yaml")).ShouldBeFalse();
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

        Run("\nrolling\n\n/ready\n", out var questions).ShouldBe(0);

        Settings().ShouldContain("web:    {strategy: rolling}");
        Settings().ShouldContain("# as you said");
        questions.ShouldContain("web: blue-green, because port 8000 and /healthz are what its health check asks for");
    }

    [Fact]
    public void An_answer_that_is_none_is_asked_again_and_what_blue_green_needs_is_asked_for()
    {
        Write();

        Run("\nwhatever\n\n/live\nBlue-Green\nmany\n9000\n\n", out var questions).ShouldBe(0);

        questions.ShouldContain("\"whatever\" is none of:");
        questions.ShouldContain("\"many\" is none of: 1 to 65535.");
        Settings().ShouldContain("web:    {strategy: blue-green, port: 8000, health: /live}");
        Settings().ShouldContain("worker: {strategy: blue-green, port: 9000}");
    }

    [Fact]
    public void The_override_that_compose_reads_by_itself_is_named()
    {
        Write();
        _folder.Write("docker-compose.override.yml", "services: {worker: {environment: {PORT: \"7000\"}}}\n");

        Run().ShouldBe(0);

        Settings().ShouldContain("compose: [docker-compose.yml, docker-compose.override.yml]");
        Settings().ShouldContain("# its name says that it looks for its work itself");
    }

    [Theory]
    [InlineData("--target", "Init")]
    [InlineData("-t", "init")]
    public void Arguments_may_be_written_apart(string option, string target)
    {
        Write();

        InitHost.Run(CommandLineOptions.Read([option, target, "--app", _folder.Path], "."), TextWriter.Null, TextWriter.Null, null).ShouldBe(0);
    }

    [Theory]
    [InlineData("services: {web: {image: x, ports: [\"a:b\"]}}", "compose has to accept the file first")]
    [InlineData("services: {web: {image: x}", "docker-compose.yml")]
    [InlineData("services: {web: {image: x, portz: []}}", "portz")]
    [InlineData("services: {}", "has no service that runs all the time")]
    [InlineData("services: {tool: {image: x, profiles: [tools]}}", "has no service that runs all the time")]
    public void A_compose_file_that_compose_refuses_is_told_and_nothing_is_written(string compose, string told)
    {
        _folder.Write("docker-compose.yml", compose);

        using var errors = new StringWriter();
        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}"], "."), TextWriter.Null, errors, null)
            .ShouldBe((int)ExitCode.BadConfiguration);

        errors.ToString().ShouldContain(told);
        File.Exists(Path.Combine(_folder.Path, "slipway.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void Other_targets_are_left_to_Cake() =>
        InitHost.Run(CommandLineOptions.Read(["--target=Init", "--target=Plan"], _folder.Path), TextWriter.Null, TextWriter.Null, null).ShouldBeNull();

    [Fact]
    public void A_folder_without_a_compose_file_is_refused()
    {
        using var errors = new StringWriter();

        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}"], "."), TextWriter.Null, errors, null)
            .ShouldBe((int)ExitCode.BadConfiguration);

        errors.ToString().ShouldStartWith($"Error: {_folder.Path}: there is no compose file");
    }

    public void Dispose() => _folder.Dispose();

    private string Settings() => File.ReadAllText(Path.Combine(_folder.Path, "slipway.yaml"));

    private int? Run() => InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}"], "."), TextWriter.Null, TextWriter.Null, null);

    private int? Run(string answers, out string questions)
    {
        using var reader = new StringReader(answers);
        using var writer = new StringWriter();
        var exitCode = InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={_folder.Path}"], "."), writer, TextWriter.Null, reader);
        questions = writer.ToString();
        return exitCode;
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

using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>What is read from a slipway.yaml, and what is said about a wrong one.</summary>
public sealed class SettingsSpecs
{
    [Fact]
    public void Everything_has_the_documented_default()
    {
        var settings = Read("application: a\nservices:\n  web: {strategy: handoff}\ndatabase: {service: db}\nmigrations: {service: web}\n");

        settings.ComposeFiles.ShouldBe(["compose.yaml"]);
        settings.Host.ShouldBeNull();
        settings.KeepWarm.ShouldBeTrue();
        settings.KeepReleases.ShouldBe(3);
        var web = settings.Services["web"];
        (web.Port, web.Health, web.Ready, web.Drain).ShouldBe((0, "/", TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(30)));
        (settings.Database!.Port, settings.Database.Backup, settings.Database.KeepBackups).ShouldBe((5432, BackupPolicy.BeforeMigration, 5));
        settings.Migrations!.Command.ShouldBe(["alembic", "upgrade", "head"]);
        (settings.Migrations.Folder, settings.Migrations.Timeout).ShouldBe(("migrations/versions", TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void A_proxy_without_a_service_is_added_by_Slipway()
    {
        var proxy = Read("application: a\nproxy: {kind: haproxy, image: haproxy, listen: 8000}\nservices:\n  web: {strategy: blue-green, port: 80}\n").Proxy!;

        (proxy.Kind.Name, proxy.Service, proxy.Added, proxy.Image, proxy.Listen).ShouldBe(("haproxy", "slipway-proxy", true, "haproxy", 8000));
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("30s", 30)]
    [InlineData("1m30s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("2h1m3s4ms", 7263.004)]
    public void Durations_are_written_as_in_compose(string text, double seconds) =>
        Read($"application: a\nservices:\n  web: {{strategy: handoff, ready: {text}}}\n").Services["web"].Ready.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void The_image_of_the_proxy_may_name_variables_with_a_default() =>
        Read("application: a\nproxy: {kind: nginx, image: \"${SLIPWAY_TEST_UNSET:-docker.io/library}/nginx${SLIPWAY_TEST_UNSET}\"}\nservices: {}\n").Proxy!.Image.ShouldBe("docker.io/library/nginx");

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_places()
    {
        var problems = Problems("""
            aplication: x
            compose: {a: b}
            proxy:
              kind: ngnix
              lisen: 80
              service: [a]
            services:
              web: {strategy: bluegreen, port: 80}
              api:
                strategy: blue-green
                health: up
                routes: [api]
              job: {strategy: handoff, port: 99999, ready: soon, smoke: {a: b}}
              bad: text
              poor: {}
            database: {kind: mysql, backup: sometimes, keep-backups: 0}
            migrations: {tool: flyway, comand: [a], timeout: -5}
            keep-warm: maybe
            keep-releases: many
            watch: soon
            watch-failures: -1
            """);

        Golden.ShouldBe(problems, "mistakes.txt");
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("-x")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void A_name_that_compose_refuses_is_a_mistake(string name) =>
        Problems($"application: \"{name}\"\nservices: {{}}\n").ShouldBe($"slipway.yaml:1:1: \"{name}\" can't be the name of a compose project (use lower-case letters, digits, - and _, and begin with a letter or digit)\n");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void An_empty_file_lacks_what_is_needed(string text) =>
        Problems(text).ShouldContain("lacks \"application\"");

    [Theory]
    [InlineData("- a\n")]
    [InlineData("just text\n")]
    public void A_file_that_is_no_mapping_is_one_mistake_and_no_exception(string text) =>
        Problems(text).ShouldContain("slipway.yaml:1:1: slipway.yaml must be a mapping of keys to values");

    [Theory]
    [InlineData("application: [a\n")]
    [InlineData("a: b\n c: d\n")]
    [InlineData("a: *nobody\n")]
    [InlineData("a: 1\na: 2\n")]
    public void Broken_yaml_is_told_with_its_place(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", text);

        var error = Should.Throw<SlipwayException>(() => SettingsReader.Read(folder.Path, StrategyList.All, []));

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldStartWith(Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder.Path, "slipway.yaml")) + ":");
        error.Message.ShouldContain("this is no YAML");
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("- ", 65)]
    public void What_is_nested_deeper_than_any_settings_is_told_with_its_place(string opening, int times)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", string.Concat(Enumerable.Repeat(opening, times)));

        var error = Should.Throw<SlipwayException>(() => SettingsReader.Read(folder.Path, StrategyList.All, []));

        (error.Code, error.Message.Split(": ", 2)[1]).ShouldBe((ExitCode.BadConfiguration, "this is no YAML: it is nested more than 64 deep"));
    }

    [Fact]
    public void A_folder_without_the_file_is_told_what_to_do()
    {
        using var folder = new TemporaryFolder();

        var error = Should.Throw<SlipwayException>(() => SettingsReader.Read(folder.Path, StrategyList.All, []));

        error.Message.ShouldBe($"{folder.Path}/slipway.yaml: there is no such file{Environment.NewLine}  -> name the application's folder through --app=DIR; --target=Init writes the file for a compose application that has none");
    }

    private static ApplicationSettings Read(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", yaml);
        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(folder.Path, StrategyList.All, problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    private static string Problems(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", yaml);
        var problems = new List<ConfigurationProblem>();
        SettingsReader.Read(folder.Path, StrategyList.All, problems);
        return ApplicationLoader.Text(problems.Select(p => p with { Place = p.Place with { File = Path.GetFileName(p.Place.File) } })) + "\n";
    }
}

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

    [Fact]
    public void A_service_has_as_many_ports_as_it_names_each_with_what_is_spoken_there()
    {
        var web = Read("""
            application: a
            proxy: {kind: nginx, service: p}
            services:
              web: {strategy: blue-green, port: 80, protocol: h2c, ports: [9000, {port: 50051, protocol: grpc}, {port: 5432, protocol: tcp}]}
            """).Services["web"];

        web.AllPorts.Select(p => $"{p.Number} {p.Protocol}").ShouldBe(["80 h2c", "9000 http", "50051 grpc", "5432 tcp"]);
    }

    [Fact]
    public void A_port_that_is_none_is_told_where_it_stands() =>
        Problems("""
            application: a
            services:
              web: {strategy: handoff, protocol: htp, ports: [a, 70000, {port: 9000, protcol: tcp}, {protocol: tcp}, [1]]}
            """).ShouldBe("""
            slipway.yaml:3:38: "protocol" in service "web" can't be "htp" (did you mean "http"?)
            slipway.yaml:3:51: "a" in ports of service "web" is no port (write 9000 or {port: 9000, protocol: grpc})
            slipway.yaml:3:54: "port" in ports of service "web" must be a whole number from 1 to 65535, not "70000"
            slipway.yaml:3:74: unknown key "protcol" in ports of service "web" (did you mean "protocol"?)
            slipway.yaml:3:89: ports of service "web" lacks "port"
            slipway.yaml:3:106: ports of service "web" must be a mapping of keys to values

            """);

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
    [InlineData("watch: 99999999999h\n", "slipway.yaml:3:8: \"watch\" in slipway.yaml must be at most 24h, not \"99999999999h\"")]
    [InlineData("watch: 25h\n", "slipway.yaml:3:8: \"watch\" in slipway.yaml must be at most 24h, not \"25h\"")]
    [InlineData("host: \"ssh://a\\nb\"\n", "slipway.yaml:3:7: \"host\" in slipway.yaml has a line break or another control character in it")]
    [InlineData("? {a: b}\n: 1\n? {a: b}\n: 2\n", "slipway.yaml:3:3: a key in slipway.yaml must be a text")]
    [InlineData("? [a]\n: 1\n", "slipway.yaml:3:3: a key in slipway.yaml must be a text")]
    public void What_would_only_fail_later_is_a_mistake_with_its_place(string further, string problem) =>
        Problems("application: a\nservices: {}\n" + further).Split(Environment.NewLine)[0].ShouldBe(problem);

    [Theory]
    [InlineData("ready: 1200h", "must be at most 24h")]
    [InlineData("health: \"/heal\\nthz\"", "has a line break or another control character in it")]
    [InlineData("smoke: [\"/a b\"]", "\"/a b\" in service \"web\" has a space or a line break in it")]
    [InlineData("smoke: [\"/a\\nb\"]", "\"/a\\nb\" in service \"web\" has a space or a line break in it")]
    [InlineData("smoke: [\"/a\\x1bb\"]", "\"/a\\x1bb\" in service \"web\" has a space or a line break in it")]
    public void What_no_request_can_have_is_a_mistake(string setting, string problem) =>
        Problems($"application: a\nservices:\n  web: {{strategy: handoff, {setting}}}\n").ShouldContain(problem);

    [Fact]
    public void A_file_that_leads_to_itself_is_told_as_what_it_is()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "slipway.yaml"), "slipway.yaml");

        var error = Should.Throw<SlipwayException>(() => SettingsReader.Read(folder.Path, StrategyList.All, []));

        (error.Code, error.Message.Contains("slipway.yaml:1:1: this can't be read", StringComparison.Ordinal)).ShouldBe((ExitCode.BadConfiguration, true));
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

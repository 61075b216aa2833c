using Cake.Core;

namespace Cake.Docker.Tests;

public sealed class ArgumentSpecs
{
    private readonly RecordingProcessRunner _runner = new();
    private readonly ICakeContext _context;

    public ArgumentSpecs() => _context = CakeContexts.Recording(_runner);

    [Fact]
    public void A_property_becomes_an_option_in_kebab_case_and_an_array_repeats_it()
    {
        _context.DockerBuild(new DockerImageBuildSettings { NoCache = true, Tag = ["app:1", "app:2"], ShmSize = "64m", CpuQuota = 5000, Pull = false }, ".");

        _runner.Arguments.ShouldBe("image build --cpu-quota 5000 --no-cache --shm-size 64m --tag app:1 --tag app:2 .");
    }

    [Fact]
    public void Settings_may_be_null()
    {
        _context.DockerPull(null, "busybox");

        _runner.Arguments.ShouldBe("pull busybox");
    }

    [Fact]
    public void What_concerns_the_process_stays_out_of_the_arguments()
    {
        var settings = new DockerImagePullSettings { ToolTimeout = TimeSpan.FromSeconds(30), NoWorkingDirectory = true, WorkingDirectory = "/tmp", ToolPath = "/usr/bin/docker" };

        _context.DockerPull(settings, "busybox");

        _runner.Arguments.ShouldBe("pull busybox");
        _runner.Settings!.NoWorkingDirectory.ShouldBeTrue();
    }

    [Fact]
    public void Environment_variables_of_the_settings_reach_the_process()
    {
        _context.DockerPull(new DockerImagePullSettings { EnvironmentVariables = new Dictionary<string, string> { ["DOCKER_HOST"] = "ssh://one" } }, "busybox");

        _runner.Settings!.EnvironmentVariables["DOCKER_HOST"].ShouldBe("ssh://one");
    }

    [Fact]
    public void The_terminal_is_refused_by_the_short_option()
    {
        _context.DockerComposeExec(new DockerComposeExecSettings { NoTTY = true }, "db", "psql");

        _runner.Arguments.ShouldBe("compose exec -T db psql");
    }

    [Fact]
    public void A_positional_argument_stays_one_argument_whatever_it_contains()
    {
        _context.DockerExec("db", "psql", "-c", "select 1", "say \"hi\"", string.Empty);

        _runner.Arguments.ShouldBe("""exec db psql -c "select 1" "say \"hi\"" "" """.TrimEnd());
    }

    [Fact]
    public void A_path_with_a_blank_is_quoted_once()
    {
        _context.DockerBuild("my app");
        var bare = _runner.Arguments;
        _context.DockerBuild("\"my app\"");

        bare.ShouldBe("image build \"my app\"");
        _runner.Arguments.ShouldBe(bare);
    }

    [Fact]
    public void The_value_of_an_option_stays_one_argument_whatever_it_contains()
    {
        _context.DockerRun(new DockerContainerRunSettings { Name = "a b", Label = ["note=say \"hi\""] }, "busybox", "true");

        _runner.Arguments.ShouldBe("""run --label "note=say \"hi\"" --name "a b" busybox true""");
    }

    [Fact]
    public void A_flag_that_docker_takes_for_true_can_be_switched_off()
    {
        _context.DockerBuild(new DockerImageBuildSettings { Rm = false, DisableContentTrust = true }, ".");

        _runner.Arguments.ShouldBe("image build --disable-content-trust=true --rm=false .");
    }

    [Fact]
    public void Options_of_compose_come_before_the_command()
    {
        var compose = new DockerComposeSettings { File = ["compose.yaml", "slots.yaml"], ProjectName = "hello", Profile = ["green"] };

        _context.DockerComposeUp(new DockerComposeUpSettings { Detach = true, NoDeps = true, WaitTimeout = 30 }, compose, "bot", "poller");

        _runner.Arguments.ShouldBe("compose --file compose.yaml --file slots.yaml --profile green --project-name hello up --detach --no-deps --wait-timeout 30 bot poller");
    }

    [Fact]
    public void A_number_is_written_without_regard_to_the_culture()
    {
        _context.DockerPs(new DockerContainerPsSettings { Last = 1000 });
        var given = _runner.Arguments;
        _context.DockerPs(new DockerContainerPsSettings());

        given.ShouldBe("ps --last 1000");
        _runner.Arguments.ShouldBe("ps");
    }

    [Fact]
    public void A_filter_is_repeated_and_quoted()
    {
        _context.DockerComposePs(new DockerComposePsSettings { Filter = ["status=running", "name=a b"] }, null);

        _runner.Arguments.ShouldBe("compose ps --filter status=running --filter \"name=a b\"");
    }

    [Fact]
    public void A_custom_command_is_taken_as_it_is_written()
    {
        _runner.Output = ["one", "two"];

        var lines = _context.DockerCustomCommand("inspect --format \"{{ .Id }}\" db");

        lines.ShouldBe(["one", "two"]);
        _runner.Arguments.ShouldBe("inspect --format \"{{ .Id }}\" db");
    }

    [Theory]
    [InlineData("NoCache", "no-cache")]
    [InlineData("Ip6", "ip6")]
    [InlineData("NoTTY", "no-tty")]
    [InlineData("ShowTTYOnly", "show-tty-only")]
    [InlineData("A", "a")]
    public void Names_are_written_in_kebab_case(string property, string option)
        => ArgumentsBuilderExtension.GetPropertyName(property).ShouldBe(option);
}

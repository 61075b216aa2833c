using System.Text;
using Cake.Core;

namespace Cake.Docker.Tests;

public sealed class SecretSpecs
{
    private readonly RecordingProcessRunner _runner = new();
    private readonly ICakeContext _context;

    public SecretSpecs() => _context = CakeContexts.Recording(_runner);

    [Fact]
    public void A_password_goes_to_the_standard_input_and_never_to_the_arguments()
    {
        _context.DockerLogin("me", "pa\"ss word", "registry:5000");

        _runner.Arguments.ShouldBe("login --password-stdin --username me registry:5000");
        Encoding.UTF8.GetString(_runner.Settings!.StandardInput!.Value.Span).ShouldBe("pa\"ss word");
    }

    [Fact]
    public void Without_a_password_the_caller_decides_where_it_comes_from()
    {
        _context.DockerLogin(new DockerRegistryLoginSettings { Username = "me", PasswordStdin = true });

        _runner.Arguments.ShouldBe("login --password-stdin --username me");
        _runner.Settings!.StandardInput.ShouldBeNull();
    }

    [Fact]
    public void Build_arguments_are_shown_without_their_values()
    {
        _context.DockerBuild(new DockerImageBuildSettings { BuildArg = ["TOKEN=abc", "FROM_ENVIRONMENT"] }, ".");

        _runner.Arguments.ShouldBe("image build --build-arg TOKEN=abc --build-arg FROM_ENVIRONMENT .");
        _runner.ShownArguments.ShouldBe("image build --build-arg TOKEN=[REDACTED] --build-arg FROM_ENVIRONMENT .");
    }

    [Fact]
    public void The_environment_of_a_container_is_shown_without_its_values()
    {
        _context.DockerRun(new DockerContainerRunSettings { Env = ["PASSWORD=a b"] }, "busybox", "true");

        _runner.Arguments.ShouldBe("run --env \"PASSWORD=a b\" busybox true");
        _runner.ShownArguments.ShouldBe("run --env PASSWORD=[REDACTED] busybox true");
    }

    [Fact]
    public void So_it_is_for_every_command_of_compose_and_buildx()
    {
        var shown = new List<string>();
        void Record(Action run)
        {
            run();
            shown.Add(_runner.ShownArguments);
        }

        Record(() => _context.DockerComposeRun(new DockerComposeRunSettings { Env = ["A=1"] }, "bot", "true"));
        Record(() => _context.DockerComposeExec(new DockerComposeExecSettings { Env = ["A=1"] }, "bot", "true"));
        Record(() => _context.DockerComposeBuild(new DockerComposeBuildSettings { BuildArg = ["A=1"] }));
        Record(() => _context.DockerBuildXBuild(new DockerBuildXBuildSettings { BuildArg = ["A=1"] }, "."));
        Record(() => _context.DockerBuildXBake(new DockerBuildXBakeSettings { Set = ["app.args.A=1"] }));
        Record(() => _context.DockerCreate(new DockerContainerCreateSettings { Env = ["A=1"] }, "bot", "true"));
        Record(() => _context.DockerExec(new DockerContainerExecSettings { Env = ["A=1"] }, "bot", "true"));

        shown.ShouldAllBe(arguments => arguments.Contains("A=[REDACTED]", StringComparison.Ordinal));
    }

    [Fact]
    public void The_token_of_a_swarm_is_not_shown()
    {
        _context.DockerSwarmJoin(new DockerSwarmJoinSettings { Token = "SWMTKN-1-a" }, "10.0.0.1:2377");

        _runner.Arguments.ShouldBe("swarm join --token SWMTKN-1-a 10.0.0.1:2377");
        _runner.ShownArguments.ShouldBe("swarm join --token [REDACTED] 10.0.0.1:2377");
    }
}

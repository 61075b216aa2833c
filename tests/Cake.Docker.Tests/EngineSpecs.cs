using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Docker.Tests;

/// <summary>Against the engine of this machine, with Cake's own process runner.</summary>
public sealed class EngineSpecs : IDisposable
{
    private readonly ICakeContext _context = CakeContexts.Real();
    private readonly string _project = "cake-docker-tests-" + Guid.NewGuid().ToString("N")[..8];
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cake docker tests");

    public EngineSpecs() => _context.Log.Verbosity = Verbosity.Quiet;

    [Fact]
    public void An_image_is_built_run_and_removed()
    {
        RequireBase();
        Write("Dockerfile", $"FROM {Base}\nARG GREETING\nENV GREETING=$GREETING\n");

        _context.DockerBuild(new DockerImageBuildSettings { Tag = [_project], BuildArg = ["GREETING=good \"day\""], Quiet = true }, _directory.FullName);
        var line = _context.DockerRun(new DockerContainerRunSettings { Rm = true, Env = ["NAME=you  all"] }, _project, "sh", "-c", "echo \"$GREETING, $NAME\"");

        line.ShouldBe("good \"day\", you  all");
        _context.DockerCustomCommand($"rmi --force {_project}").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_container_is_listed_asked_stopped_and_removed()
    {
        RequireBase();
        _context.DockerRun(new DockerContainerRunSettings { Detach = true, Init = true, Name = _project }, Base, "sh", "-c", "echo ready; touch /ready; sleep 300");

        _context.DockerPs(new DockerPsSettings { Filter = $"name={_project}" }).ShouldHaveSingleItem().Status.ShouldBe(ContainerStatus.Running);
        _context.DockerExec(_project, "sh", "-c", "until test -e /ready; do :; done");
        _context.DockerStop(new DockerContainerStopSettings { Time = 1 }, _project);
        _context.DockerLogs(_project).ShouldBe(["ready"]);
        var stopped = _context.DockerPs(new DockerPsSettings { All = true, Size = true, Filter = $"name={_project}" }).ShouldHaveSingleItem();
        _context.DockerRm(new DockerContainerRmSettings { Force = true }, _project);

        stopped.Status.ShouldBe(ContainerStatus.Exited);
        stopped.ExitCode.ShouldNotBeNull();
        stopped.VirtualSize.ShouldNotBeNull().ShouldBeGreaterThan(1_000_000);
        _context.DockerPs(new DockerPsSettings { All = true, Filter = $"name={_project}" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_compose_application_goes_up_answers_and_goes_down()
    {
        RequireBase();
        Write("compose.yaml", $"services:\n  one:\n    image: {Base}\n    init: true\n    command: [sleep, \"300\"]\n");
        var compose = new DockerComposeSettings { File = [Path.Combine(_directory.FullName, "compose.yaml")], ProjectName = _project, Progress = "quiet" };

        _context.DockerComposeUp(new DockerComposeUpSettings { Detach = true, Wait = true }, compose);
        var running = _context.DockerComposePs(new DockerComposePsSettings { Services = true, Filter = ["status=running"] }, compose);
        _context.DockerComposeExec(new DockerComposeExecSettings { NoTTY = true }, "one", "test", compose, "x", "=", "x");
        _context.DockerComposeDown(new DockerComposeDownSettings { Timeout = 0, Volumes = true }, compose);

        running.ShouldBe(["one"]);
        _context.DockerPs(new DockerPsSettings { All = true, Filter = $"label=com.docker.compose.project={_project}" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_of_docker_is_an_exception_with_its_exit_code()
    {
        RequireBase();

        Should.Throw<CakeException>(() => _context.DockerRunWithoutResult(new DockerContainerRunSettings { Rm = true }, Base, "sh", "-c", "exit 7"))
            .ExitCode.ShouldBe(7);
    }

    [Fact]
    public void A_password_on_the_standard_input_logs_in()
    {
        RequireBase();
        const string registry = "127.0.0.1:5000";
        Assert.SkipUnless(Base.StartsWith(registry, StringComparison.Ordinal), "There is no registry on this machine.");
        var settings = new DockerRegistryLoginSettings
        {
            Username = "me",
            Password = "p\"a ss",
            EnvironmentVariables = new Dictionary<string, string> { ["DOCKER_CONFIG"] = _directory.FullName },
        };

        _context.DockerLogin(settings, registry);

        File.ReadAllText(Path.Combine(_directory.FullName, "config.json"))
            .ShouldContain(Convert.ToBase64String("me:p\"a ss"u8));
    }

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        if (Base.Length == 0)
            return;
        // Empty unless a test failed half-way.
        var left = _context.DockerPs(new DockerPsSettings { All = true, Filter = $"name={_project}" }).Select(container => container.Id!).ToArray();
        if (left.Length > 0)
            _context.DockerRm(new DockerContainerRmSettings { Force = true }, left);
    }

    private string Base { get; set; } = string.Empty;

    private void RequireBase()
    {
        string[] wanted = ["127.0.0.1:5000/library/python:3.11-slim-bookworm", "python:3.11-slim-bookworm", "busybox:latest", "slipway/debian:bookworm"];
        try
        {
            var present = _context.DockerCustomCommand("images --format \"{{ .Repository }}:{{ .Tag }}\"").ToHashSet();
            Base = wanted.FirstOrDefault(present.Contains) ?? string.Empty;
        }
        catch (CakeException)
        {
            Assert.Skip("No docker engine answers on this machine.");
        }

        Assert.SkipUnless(Base.Length > 0, "None of the images that these tests run is present; ./build.sh --bootstrap brings them.");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory.FullName, name), text);
}

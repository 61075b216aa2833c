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

        _context.DockerPs(new DockerContainerPsSettings { Filter = $"name={_project}", Format = "{{.State}}" }).ShouldBe("running");
        _context.DockerExec(_project, "sh", "-c", "until test -e /ready; do :; done");
        _context.DockerStop(new DockerContainerStopSettings { Time = 1 }, _project);
        _context.DockerLogs(_project).ShouldBe(["ready"]);
        var stopped = _context.DockerContainerLs(new DockerContainerLsSettings { All = true, Filter = $"name={_project}", Format = "{{.State}} {{.Names}}" });
        _context.DockerRm(new DockerContainerRmSettings { Force = true }, _project);

        stopped.ShouldBe([$"exited {_project}"]);
        Containers($"name={_project}").ShouldBeEmpty();
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
        _context.DockerComposePause(compose, null, "one");
        var paused = _context.DockerComposePs(new DockerComposePsSettings { Services = true, Filter = ["status=paused"] }, compose);
        _context.DockerComposeUnpause(null, compose);
        _context.DockerComposeDown(new DockerComposeDownSettings { Timeout = 0, Volumes = true }, compose);

        running.ShouldBe(["one"]);
        paused.ShouldBe(["one"]);
        Containers($"label=com.docker.compose.project={_project}").ShouldBeEmpty();
    }

    [Fact]
    public void A_container_with_a_volume_and_a_network_is_made_filled_and_started()
    {
        RequireBase();
        Write("greeting", "good day");
        _context.DockerVolumeCreate(new DockerVolumeCreateSettings { Label = "test=yes" }, _project);
        _context.DockerNetworkCreate(new DockerNetworkCreateSettings { Internal = true }, _project);
        var settings = new DockerContainerCreateSettings { Name = _project, Network = DockerBridge.None, Volume = [$"{_project}:/data"] };

        var id = _context.DockerCreate(settings, Base, "cat", "/data/greeting");
        _context.DockerCp(Path.Combine(_directory.FullName, "greeting"), $"{_project}:/data/greeting");
        _context.DockerNetworkDisconnect(DockerBridge.None, _project);
        _context.DockerNetworkConnect(new DockerNetworkConnectSettings { Alias = ["one"] }, _project, _project);
        _context.DockerStart(new DockerContainerStartSettings { Attach = true }, _project);
        var logs = _context.DockerLogs(_project);
        var volume = _context.DockerVolumeInspect(new DockerVolumeInspectSettings { Format = "{{.Labels.test}}" }, [_project]);
        _context.DockerRm(new DockerContainerRmSettings { Force = true }, _project);
        _context.DockerNetworkRemove(_project);
        _context.DockerVolumeRm([_project]);

        id.ShouldNotBeNull().Length.ShouldBe(64);
        logs.ShouldBe(["good day"]);
        volume.ShouldBe(["yes"]);
        _context.DockerVolumeLs(new DockerVolumeLsSettings { Quiet = true, Filter = $"name={_project}" }).ShouldBeEmpty();
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
        {
            return;
        }
        // Empty unless a test failed half-way.
        var left = Containers($"name={_project}");
        if (left.Length > 0)
        {
            _context.DockerRm(new DockerContainerRmSettings { Force = true }, left);
        }
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

    private string[] Containers(string filter)
        => _context.DockerPs(new DockerContainerPsSettings { All = true, Quiet = true, Filter = filter }).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory.FullName, name), text);
}

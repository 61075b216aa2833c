using System.Reflection;
using Cake.Core;
using Slipway.Testing;

namespace Cake.Docker.Tests;

public sealed class CommandSpecs
{
    [Fact]
    public void Every_method_runs_its_command()
        => Golden.ShouldBe(
            string.Concat(AliasMethods.All().Select(m => $"{m.Name}({Parameters(m)}): {AliasMethods.ArgumentsOf(m)}\n")),
            "methods.txt");

    [Fact]
    public void Settings_come_after_the_command_they_belong_to()
    {
        var runner = new RecordingProcessRunner();
        var context = CakeContexts.Recording(runner);
        var compose = new DockerComposeSettings { ProjectName = "p" };
        var story = new List<string>();
        foreach (var run in Commands(compose))
        {
            run(context);
            story.Add(runner.Arguments);
        }

        Golden.ShouldBe(string.Join('\n', story) + "\n", "commands.txt");
    }

    [Fact]
    public void A_command_that_fails_throws_with_the_exit_code()
    {
        var runner = new RecordingProcessRunner { ExitCode = 125 };
        var context = CakeContexts.Recording(runner);

        var failure = Should.Throw<CakeException>(() => context.DockerRm("nobody"));

        failure.ExitCode.ShouldBe(125);
        failure.Message.ShouldContain("125");
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        var context = CakeContexts.Recording(new RecordingProcessRunner());

        Should.Throw<ArgumentException>(() => context.DockerPull(string.Empty)).ParamName.ShouldBe("imageReference");
        Should.Throw<ArgumentException>(() => context.DockerRm()).ParamName.ShouldBe("containers");
    }

    [Fact]
    public void A_run_returns_the_first_line()
    {
        var context = CakeContexts.Recording(new RecordingProcessRunner { Output = ["4f2a", "more"] });

        context.DockerRun("busybox", "true").ShouldBe("4f2a");
    }

    private static IEnumerable<Action<ICakeContext>> Commands(DockerComposeSettings compose) =>
    [
        context => context.DockerBuild("."),
        context => context.DockerBuildXBuild(new DockerBuildXBuildSettings { CacheFrom = ["type=gha"], Load = true }, "."),
        context => context.DockerPull("a"),
        context => context.DockerPush(new DockerImagePushSettings { AllTags = true }, "a"),
        context => context.DockerTag("a", "b"),
        context => context.DockerSave(new DockerImageSaveSettings { Output = "a.tar" }, "a", "b"),
        context => context.DockerLoad(new DockerImageLoadSettings { Input = "a.tar" }),
        context => context.DockerRun(new DockerContainerRunSettings(), "a", string.Empty),
        context => context.DockerRunWithoutResult(new DockerContainerRunSettings { Rm = true, Detach = true }, "a", "sh", "-c", "true"),
        context => context.DockerExec(new DockerContainerExecSettings { User = "0" }, "c", "id"),
        context => context.DockerLogs(new DockerContainerLogsSettings { Tail = "5" }, "c"),
        context => context.DockerPs(new DockerContainerPsSettings { All = true, Last = 2 }),
        context => context.DockerRm(new DockerContainerRmSettings { Force = true }, "c", "d"),
        context => context.DockerStop(new DockerContainerStopSettings { Time = 3 }, "c"),
        context => context.DockerCustomCommand("version"),
        context => context.DockerComposeUp("bot"),
        context => context.DockerComposeDown(new DockerComposeDownSettings { Volumes = true }, compose),
        context => context.DockerComposePull(null, compose),
        context => context.DockerComposeBuild(new DockerComposeBuildSettings { Pull = true }, compose, "bot"),
        context => context.DockerComposePs(new DockerComposePsSettings { Format = "json" }, compose),
        context => context.DockerComposeRun("bot"),
        context => context.DockerComposeRun(new DockerComposeRunSettings { Rm = true, NoTTY = true }, "bot", "alembic", compose, "upgrade", "head"),
        context => context.DockerComposeExec(null, "bot", "id", compose, "-u"),
        context => context.DockerComposeLogs(new DockerComposeLogsSettings { NoColor = true }, compose),
        context => context.DockerComposePush(null, compose, "bot"),
        context => context.DockerComposeRestart(new DockerComposeRestartSettings { Timeout = 1 }, compose),
        context => context.DockerComposeStop(null, compose, "bot"),
        context => context.DockerComposePause(compose, new DockerComposeSettings { File = ["a.yaml"] }, "bot"),
        context => context.DockerComposeStart(null, compose),
        context => context.DockerComposeCp("bot:/a", "b", new DockerComposeCpSettings { Index = 2, Archive = true }, compose),
        context => context.DockerBuildXBake(new DockerBuildXBakeSettings { File = ["a.hcl"], Set = ["*.platform=linux/amd64"] }, ["app"]),
        context => context.DockerBuildXUse(new DockerBuildXUseSettings { Default = true }),
        context => context.DockerCreate(new DockerContainerCreateSettings { Name = "c", Rm = true, Cpus = 2 }, "a", "sh", "-c", "true"),
        context => context.DockerManifestInspect(new DockerManifestInspectSettings { Verbose = true }, null, "a"),
        context => context.DockerNetworkCreate(new DockerNetworkCreateSettings { Driver = DockerBridge.Bridge, Subnet = ["10.0.0.0/8"] }, "n"),
        context => context.DockerNetworkRemove(["n", "m"], "o"),
        context => context.DockerSwarmJoin(new DockerSwarmJoinSettings { Token = "t" }, "10.0.0.1:2377"),
        context => context.DockerVolumeCreate(new DockerVolumeCreateSettings { Name = "v", Opt = ["type=tmpfs", "device=tmpfs"] }, string.Empty),
        context => context.DockerImagePrune(new DockerImagePruneSettings { All = true, Force = true, Filter = "until=24h" }),
        context => context.DockerComposePort(new DockerComposePortSettings { Protocol = "udp" }, "bot", 53, compose),
    ];

    private static string Parameters(MethodInfo method)
        => string.Join(", ", method.GetParameters().Skip(1).Select(parameter => parameter.ParameterType.Name + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "..." : string.Empty)));
}

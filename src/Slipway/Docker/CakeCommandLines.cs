using Cake.Docker;
using Slipway.Engine.Commands;

namespace Slipway.Docker;

/// <summary>
/// The commands of steps, made from the settings of Cake.Docker. What these can't say is left to <see cref="ComposeProject"/> and
/// <see cref="DockerCommands"/>: <c>config</c> and <c>version</c>, which have no settings; <c>up --scale</c>, whose setting has no room
/// for a number; <c>run -T</c>, which the published package writes <c>--no-t-t-y</c>; and <c>docker pull --quiet</c>, for which there is
/// no setting.
/// </summary>
internal sealed class CakeCommandLines : IDockerCommandLines
{
    public CommandLine Build(ComposeProject project, IEnumerable<string> services) =>
        Compose(project, "build", new DockerComposeBuildSettings(), services);

    public CommandLine Pull(ComposeProject project, IEnumerable<string> services) =>
        Compose(project, "pull", new DockerComposePullSettings { Quiet = true }, services);

    public CommandLine Create(ComposeProject project, IEnumerable<string> services, bool force) =>
        Compose(project, "up", new DockerComposeUpSettings { NoStart = true, NoDeps = true, NoBuild = true, ForceRecreate = force }, services);

    public CommandLine Start(ComposeProject project, IEnumerable<string> services) =>
        Compose(project, "up", new DockerComposeUpSettings { Detach = true, NoDeps = true, NoBuild = true }, services);

    public CommandLine UpAndWait(ComposeProject project, IEnumerable<string> services, bool keep = false) => Compose(
        project, "up", new DockerComposeUpSettings { Detach = true, NoDeps = true, NoRecreate = keep ? true : null, Wait = true }, services);

    public CommandLine Up(ComposeProject project, IEnumerable<string> services, int? stopSeconds = null) =>
        Compose(project, "up", new DockerComposeUpSettings { Detach = true, NoDeps = true, Timeout = stopSeconds }, services);

    public CommandLine Remove(ComposeProject project, IEnumerable<string> services) =>
        Compose(project, "rm", new DockerComposeRmSettings { Stop = true, Force = true }, services);

    public CommandLine Connect(string network, string container, IEnumerable<string> aliases, string? address) => Docker(
        ["network", "connect"], new DockerNetworkConnectSettings { Alias = [.. aliases], Ip = address }, [network, container]);

    public CommandLine Tag(string image, string name) => Docker(["tag"], new DockerImageTagSettings(), [image, name]);

    public CommandLine RemoveImages(IEnumerable<string> names) => Docker(["image", "rm"], new DockerImageRemoveSettings(), names);

    public CommandLine Stop(IEnumerable<string> containers, int? seconds = null) =>
        Docker(["stop"], new DockerContainerStopSettings { Time = seconds }, containers);

    public CommandLine Start(IEnumerable<string> containers) => Docker(["start"], new DockerContainerStartSettings(), containers);

    public CommandLine Remove(IEnumerable<string> containers) => Docker(["rm"], new DockerContainerRmSettings(), containers);

    public CommandLine RemoveAtOnce(IEnumerable<string> containers) => Docker(["rm"], new DockerContainerRmSettings { Force = true }, containers);

    public CommandLine Execute(string container, IEnumerable<string> words) =>
        Docker(["exec"], new DockerContainerExecSettings(), [container, .. words]);

    private static CommandLine Compose<TSettings>(ComposeProject project, string command, TSettings settings, IEnumerable<string> services)
        where TSettings : AutoToolSettings, new()
    {
        var own = new DockerComposeSettings { ProjectName = project.Name, File = [.. project.Files] };
        return Docker(["compose", .. OptionWords.Of(own), command], settings, services) with { Folder = project.Folder };
    }

    private static CommandLine Docker<TSettings>(IEnumerable<string> command, TSettings settings, IEnumerable<string> arguments)
        where TSettings : AutoToolSettings, new() => new(["docker", .. command, .. OptionWords.Of(settings), .. arguments]);
}

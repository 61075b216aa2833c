using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Base class of what runs docker, which is found as Cake finds any tool.
/// </summary>
/// <typeparam name="TSettings">The settings.</typeparam>
public abstract class DockerTool<TSettings> : Tool<TSettings>
    where TSettings : ToolSettings
{
    private readonly ICakeEnvironment _environment;

    /// <summary>Creates the tool.</summary>
    /// <param name="fileSystem">The file system.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="processRunner">What starts the process.</param>
    /// <param name="tools">What finds docker.</param>
    protected DockerTool(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
        : base(fileSystem, environment, processRunner, tools)
        => _environment = environment;

    /// <inheritdoc/>
    protected override string GetToolName() => "Docker";

    /// <inheritdoc/>
    protected override IEnumerable<string> GetToolExecutableNames()
        => _environment.Platform.IsUnix() ? ["docker", "docker.exe"] : ["docker.exe", "docker"];
}

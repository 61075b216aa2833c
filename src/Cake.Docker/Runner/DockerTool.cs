using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Base class of what runs docker, which is found as Cake finds any tool.
/// </summary>
public abstract class DockerTool<TSettings> : Tool<TSettings>
    where TSettings : ToolSettings
{
    private readonly IFileSystem _fileSystem;
    private readonly ICakeEnvironment _environment;

    /// <summary>Creates the tool.</summary>
    /// <param name="processRunner">What starts the process.</param>
    /// <param name="tools">What finds docker.</param>
    protected DockerTool(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
        : base(fileSystem, environment, processRunner, tools)
        => (_fileSystem, _environment) = (fileSystem, environment);

    /// <inheritdoc/>
    protected override string GetToolName() => "Docker";

    /// <inheritdoc/>
    protected override IEnumerable<string> GetToolExecutableNames()
        => _environment.Platform.IsUnix() ? ["docker", "docker.exe"] : ["docker.exe", "docker"];

    /// <summary>Looks where installers on Windows put docker, for a session that started before they put it on the path.</summary>
    /// <returns>The files that are there.</returns>
    protected override IEnumerable<FilePath> GetAlternativeToolPaths(TSettings settings)
    {
        string[] directories = _environment.Platform.IsUnix() ? [] : ["Docker/Docker/resources/bin", "Docker Toolbox"];
        return from directory in directories
               let file = _environment.GetSpecialPath(SpecialPath.ProgramFiles).Combine(directory).CombineWithFilePath("docker.exe")
               where _fileSystem.Exist(file)
               select file;
    }
}

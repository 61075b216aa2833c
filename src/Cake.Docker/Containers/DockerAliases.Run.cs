using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a container and reads what it prints.</summary>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <returns>The first line of its standard output: what the command printed, or the identifier of a detached container; null when there is none.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static string? DockerRun(this ICakeContext context, string image, string command, params string[] args)
        => context.DockerRun(null, image, command, args);

    /// <summary>Runs a container and reads what it prints.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <returns>The first line of its standard output: what the command printed, or the identifier of a detached container; null when there is none.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static string? DockerRun(this ICakeContext context, DockerContainerRunSettings? settings, string image, string command, params string[] args)
        => RunnerOf<DockerContainerRunSettings>(context)
            .RunWithResult("run", settings ?? new(), l => l.ToArray(), Invocation(Required(image), command, args))
            .FirstOrDefault();

    /// <summary>Runs a container whose output goes to the log.</summary>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerRunWithoutResult(this ICakeContext context, string image, string command, params string[] args)
        => context.DockerRunWithoutResult(null, image, command, args);

    /// <summary>Runs a container whose output goes to the log.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerRunWithoutResult(
        this ICakeContext context, DockerContainerRunSettings? settings, string image, string command, params string[] args)
        => RunnerOf<DockerContainerRunSettings>(context).Run("run", settings ?? new(), Invocation(Required(image), command, args));
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes a container and does not start it.</summary>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <returns>The identifier of the container; null when docker printed none.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The image is null or empty.</exception>
    [CakeMethodAlias]
    public static string? DockerCreate(this ICakeContext context, string image, string command, params string[] args)
        => context.DockerCreate(null, image, command, args);

    /// <summary>Makes a container and does not start it.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="command">The command inside the container; null or empty for that of the image.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <returns>The identifier of the container; null when docker printed none.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The image is null or empty.</exception>
    [CakeMethodAlias]
    public static string? DockerCreate(this ICakeContext context, DockerContainerCreateSettings? settings, string image, string command, params string[] args)
        => RunnerOf<DockerContainerCreateSettings>(context)
            .RunWithResult("create", settings ?? new(), l => l.ToArray(), Invocation(Required(image), command, args))
            .FirstOrDefault();
}

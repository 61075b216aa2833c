using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes this engine the first manager of a swarm.</summary>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmInit(this ICakeContext context, params string[] args)
        => context.DockerSwarmInit(null, args);

    /// <summary>Makes this engine the first manager of a swarm.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmInit(this ICakeContext context, DockerSwarmInitSettings? settings, params string[] args)
        => RunnerOf<DockerSwarmInitSettings>(context).Run("swarm init", settings ?? new(), args);
}

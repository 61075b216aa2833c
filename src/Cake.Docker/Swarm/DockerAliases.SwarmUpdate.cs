using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Changes the settings of the swarm.</summary>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmUpdate(this ICakeContext context, params string[] args)
        => context.DockerSwarmUpdate(null, args);

    /// <summary>Changes the settings of the swarm.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmUpdate(this ICakeContext context, DockerSwarmUpdateSettings? settings, params string[] args)
        => RunnerOf<DockerSwarmUpdateSettings>(context).Run("swarm update", settings ?? new(), args);
}

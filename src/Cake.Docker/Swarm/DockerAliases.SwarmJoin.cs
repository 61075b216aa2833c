using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lets this engine join a swarm.</summary>
    /// <param name="args">The address of a manager.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmJoin(this ICakeContext context, params string[] args)
        => context.DockerSwarmJoin(null, args);

    /// <summary>Lets this engine join a swarm.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">The address of a manager.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmJoin(this ICakeContext context, DockerSwarmJoinSettings? settings, params string[] args)
        => RunnerOf<DockerSwarmJoinSettings>(context).Run("swarm join", settings ?? new(), args);
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lets this engine leave its swarm.</summary>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmLeave(this ICakeContext context, params string[] args)
        => context.DockerSwarmLeave(null, args);

    /// <summary>Lets this engine leave its swarm.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSwarmLeave(this ICakeContext context, DockerSwarmLeaveSettings? settings, params string[] args)
        => RunnerOf<DockerSwarmLeaveSettings>(context).Run("swarm leave", settings ?? new(), args);
}

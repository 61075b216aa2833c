using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Disconnects a container from a network.</summary>
    /// <param name="args">The network, then the container.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkDisconnect(this ICakeContext context, params string[] args)
        => context.DockerNetworkDisconnect(null, args);

    /// <summary>Disconnects a container from a network.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">The network, then the container.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkDisconnect(this ICakeContext context, DockerNetworkDisconnectSettings? settings, params string[] args)
        => RunnerOf<DockerNetworkDisconnectSettings>(context).Run("network disconnect", settings ?? new(), args);
}

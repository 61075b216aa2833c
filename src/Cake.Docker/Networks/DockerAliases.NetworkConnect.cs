using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Connects a container to a network.</summary>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The network or the container is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkConnect(this ICakeContext context, string network, string container, params string[] args)
        => context.DockerNetworkConnect(null, network, container, args);

    /// <summary>Connects a container to a network.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">Further arguments, as they are given.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The network or the container is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkConnect(
        this ICakeContext context, DockerNetworkConnectSettings? settings, string network, string container, params string[] args)
        => RunnerOf<DockerNetworkConnectSettings>(context).Run("network connect", settings ?? new(), [Required(network), Required(container), .. args]);
}

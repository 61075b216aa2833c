using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes networks.</summary>
    /// <param name="args">More networks.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The network is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkRemove(this ICakeContext context, string network, params string[] args)
        => context.DockerNetworkRemove([network], args);

    /// <summary>Removes networks.</summary>
    /// <param name="network">The networks.</param>
    /// <param name="args">More networks.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">No network is named.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkRemove(this ICakeContext context, string[] network, params string[] args)
        => RunnerOf<EmptySettings>(context).Run("network rm", new(), [.. Required(network), .. args]);
}

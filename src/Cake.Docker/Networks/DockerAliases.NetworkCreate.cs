using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes a network.</summary>
    /// <param name="args">The name of the network.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkCreate(this ICakeContext context, params string[] args)
        => context.DockerNetworkCreate(null, args);

    /// <summary>Makes a network.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">The name of the network.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerNetworkCreate(this ICakeContext context, DockerNetworkCreateSettings? settings, params string[] args)
        => RunnerOf<DockerNetworkCreateSettings>(context).Run("network create", settings ?? new(), args);
}

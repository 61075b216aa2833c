using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes a builder.</summary>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXRm(this ICakeContext context, string? name = null)
        => context.DockerBuildXRm(null, name);

    /// <summary>Removes a builder.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXRm(this ICakeContext context, DockerBuildXRmSettings? settings = null, string? name = null)
        => RunnerOf<DockerBuildXRmSettings>(context).Run("buildx rm", settings ?? new(), Optional(name));
}

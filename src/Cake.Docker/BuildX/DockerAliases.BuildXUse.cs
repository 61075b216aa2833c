using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Chooses the builder of the following builds.</summary>
    /// <param name="name">The builder.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXUse(this ICakeContext context, string name)
        => context.DockerBuildXUse(null, Required(name));

    /// <summary>Chooses the builder of the following builds.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXUse(this ICakeContext context, DockerBuildXUseSettings? settings = null, string? name = null)
        => RunnerOf<DockerBuildXUseSettings>(context).Run("buildx use", settings ?? new(), Optional(name));
}

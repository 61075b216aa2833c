using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Stops a builder.</summary>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXStop(this ICakeContext context, string? name = null)
        => context.DockerBuildXStop(null, name);

    /// <summary>Stops a builder.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXStop(this ICakeContext context, DockerBuildXStopSettings? settings = null, string? name = null)
        => RunnerOf<DockerBuildXStopSettings>(context).Run("buildx stop", settings ?? new(), Optional(name));
}

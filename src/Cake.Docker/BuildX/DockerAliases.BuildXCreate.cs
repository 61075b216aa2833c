using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes a builder.</summary>
    /// <param name="target">What it runs on: a context or an endpoint; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXCreate(this ICakeContext context, string? target = null)
        => context.DockerBuildXCreate(null, target);

    /// <summary>Makes a builder.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="target">What it runs on: a context or an endpoint; null for the one in use.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXCreate(this ICakeContext context, DockerBuildXCreateSettings? settings, string? target = null)
        => RunnerOf<DockerBuildXCreateSettings>(context).Run("buildx create", settings ?? new(), Optional(target));
}

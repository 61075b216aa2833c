using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes an image of other images that are in a registry.</summary>
    /// <param name="target">The images that it is made of.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXImageToolsCreate(this ICakeContext context, IEnumerable<string>? target = null)
        => context.DockerBuildXImageToolsCreate(null, target);

    /// <summary>Makes an image of other images that are in a registry.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="target">The images that it is made of.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXImageToolsCreate(
        this ICakeContext context, DockerBuildXImageToolsCreateSettings? settings, IEnumerable<string>? target = null)
        => RunnerOf<DockerBuildXImageToolsCreateSettings>(context).Run("buildx imagetools create", settings ?? new(), target?.ToArray() ?? []);
}

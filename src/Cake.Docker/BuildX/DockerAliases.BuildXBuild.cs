using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Builds an image with buildx.</summary>
    /// <param name="target">The directory, URL or - that the build reads.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXBuild(this ICakeContext context, string target)
        => context.DockerBuildXBuild(null, target);

    /// <summary>Builds an image with buildx.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="target">The directory, URL or - that the build reads.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXBuild(this ICakeContext context, DockerBuildXBuildSettings? settings, string target)
        => RunnerOf<DockerBuildXBuildSettings>(context).Run("buildx build", settings ?? new(), [Required(target)]);
}

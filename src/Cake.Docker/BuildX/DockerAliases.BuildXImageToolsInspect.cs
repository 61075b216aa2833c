using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Tells what an image in a registry is made of.</summary>
    /// <param name="name">The image.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXImageToolsInspect(this ICakeContext context, string name)
        => context.DockerBuildXImageToolsInspect(null, name);

    /// <summary>Tells what an image in a registry is made of.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="name">The image.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXImageToolsInspect(this ICakeContext context, DockerBuildXImageToolsInspectSettings? settings, string name)
        => RunnerOf<DockerBuildXImageToolsInspectSettings>(context)
            .RunWithResult("buildx imagetools inspect", settings ?? new(), l => l.ToArray(), Required(name));
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Describes a builder.</summary>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXInspect(this ICakeContext context, string? name = null)
        => context.DockerBuildXInspect(null, name);

    /// <summary>Describes a builder.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="name">The builder; null for the one in use.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXInspect(this ICakeContext context, DockerBuildXInspectSettings? settings, string? name = null)
        => RunnerOf<DockerBuildXInspectSettings>(context).RunWithResult("buildx inspect", settings ?? new(), l => l.ToArray(), Optional(name));
}

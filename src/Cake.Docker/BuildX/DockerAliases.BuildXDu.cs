using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Tells how much the cache of a builder takes up.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXDu(this ICakeContext context, DockerBuildXDuSettings? settings = null)
        => RunnerOf<DockerBuildXDuSettings>(context).RunWithResult("buildx du", settings ?? new(), l => l.ToArray());
}

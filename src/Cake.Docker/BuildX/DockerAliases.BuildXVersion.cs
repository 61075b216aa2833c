using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Tells the version of buildx.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerBuildXVersion(this ICakeContext context, DockerBuildXVersionSettings? settings = null)
        => RunnerOf<DockerBuildXVersionSettings>(context).RunWithResult("buildx version", settings ?? new(), l => l.ToArray());
}

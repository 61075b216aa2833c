using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lists containers.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerContainerLs(this ICakeContext context, DockerContainerLsSettings? settings)
        => RunnerOf<DockerContainerLsSettings>(context).RunWithResult("container ls", settings ?? new(), l => l.ToArray());
}

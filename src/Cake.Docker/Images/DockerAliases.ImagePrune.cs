using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Removes images that nothing uses. Without <see cref="DockerImagePruneSettings.Force"/> docker asks first.</summary>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerImagePrune(this ICakeContext context)
        => context.DockerImagePrune(null);

    /// <summary>Removes images that nothing uses. Without <see cref="DockerImagePruneSettings.Force"/> docker asks first.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed, line by line.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerImagePrune(this ICakeContext context, DockerImagePruneSettings? settings)
        => RunnerOf<DockerImagePruneSettings>(context).RunWithResult("image prune", settings ?? new(), l => l.ToArray());
}

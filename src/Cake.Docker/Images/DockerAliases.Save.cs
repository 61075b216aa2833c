using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Writes images to an archive.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerSave(this ICakeContext context, DockerImageSaveSettings? settings, params string[] images)
        => RunnerOf<DockerImageSaveSettings>(context).Run("save", settings ?? new(), Required(images));
}

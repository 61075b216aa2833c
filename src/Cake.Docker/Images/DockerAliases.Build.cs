using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Builds an image.</summary>
    /// <param name="path">The directory, URL or - that the build reads.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuild(this ICakeContext context, string path)
        => context.DockerBuild(null, path);

    /// <summary>Builds an image.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="path">The directory, URL or - that the build reads.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuild(this ICakeContext context, DockerImageBuildSettings? settings, string path)
        => RunnerOf<DockerImageBuildSettings>(context).Run("image build", settings ?? new(), [Required(path)]);
}

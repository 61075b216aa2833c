using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Makes <c>docker build</c> the same as <c>docker buildx build</c>.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXInstall(this ICakeContext context)
        => RunnerOf<DockerBuildXInstallSettings>(context).Run("buildx install", new(), []);
}

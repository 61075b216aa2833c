using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Undoes <see cref="DockerBuildXInstall"/>.</summary>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerBuildXUninstall(this ICakeContext context)
        => RunnerOf<DockerBuildXUninstallSettings>(context).Run("buildx uninstall", new(), []);
}

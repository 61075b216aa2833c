using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Logs out of a registry.</summary>
    /// <param name="server">The registry; null for the default one.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerLogout(this ICakeContext context, string? server = null)
        => context.DockerLogout(null, server);

    /// <summary>Logs out of a registry.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="server">The registry; null for the default one.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerLogout(this ICakeContext context, DockerRegistryLogoutSettings? settings, string? server = null)
        => RunnerOf<DockerRegistryLogoutSettings>(context).Run("logout", settings ?? new(), Optional(server));
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lets paused services go on.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeUnpause(this ICakeContext context, params string[] services)
        => context.DockerComposeUnpause(null, null, services);

    /// <summary>Lets paused services go on.</summary>
    /// <param name="settings">Options of compose itself, which come before the command; null for none.</param>
    /// <param name="composeSettings">More of them; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeUnpause(
        this ICakeContext context, DockerComposeSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeSettings>(context).RunWithBoth("compose", settings, composeSettings, "unpause", services);
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Starts services whose containers exist.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeStart(this ICakeContext context, params string[] services)
        => context.DockerComposeStart(null, null, services);

    /// <summary>Starts services whose containers exist.</summary>
    /// <param name="settings">Options of compose itself, which come before the command; null for none.</param>
    /// <param name="composeSettings">More of them; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeStart(
        this ICakeContext context, DockerComposeSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposeSettings>(context).RunWithBoth("compose", settings, composeSettings, "start", services);
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lists the containers of services in the log.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposePs(this ICakeContext context, params string[] services)
        => RunnerOf<DockerComposePsSettings>(context).Run("compose", new DockerComposeSettings(), "ps", new(), services);

    /// <summary>Lists the containers of services.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="services">The services; none for all.</param>
    /// <returns>The lines, the heading among them.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerComposePs(
        this ICakeContext context, DockerComposePsSettings? settings, DockerComposeSettings? composeSettings = null, params string[] services)
        => RunnerOf<DockerComposePsSettings>(context)
            .RunWithResult("compose", composeSettings ?? new(), "ps", settings ?? new(), l => l.ToArray(), services);
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lists containers as text.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static string DockerPs(this ICakeContext context, DockerContainerPsSettings? settings)
        => string.Join('\n', RunnerOf<DockerContainerPsSettings>(context).RunWithResult("ps", settings ?? new(), l => l.ToArray()));
}

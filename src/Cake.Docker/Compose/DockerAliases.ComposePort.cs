using System.Globalization;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Shows in the log where a port of a service is published.</summary>
    /// <param name="port">The port inside the container.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposePort(this ICakeContext context, string service, int port)
        => RunnerOf<DockerComposePortSettings>(context)
            .Run("compose", new DockerComposeSettings(), "port", new(), [Required(service), port.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Finds where a port of a service is published.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="port">The port inside the container.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <returns>The address and port of the host.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerComposePort(
        this ICakeContext context, DockerComposePortSettings? settings, string service, int port, DockerComposeSettings? composeSettings = null)
        => RunnerOf<DockerComposePortSettings>(context).RunWithResult(
            "compose", composeSettings ?? new(), "port", settings ?? new(), l => l.ToArray(), Required(service), port.ToString(CultureInfo.InvariantCulture));
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a command in the container of a service.</summary>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeExec(this ICakeContext context, string service, string command, params string[] args)
        => context.DockerComposeExec(null, service, command, composeSettings: null, args);

    /// <summary>Runs a command in the container of a service.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeExec(
        this ICakeContext context, DockerComposeExecSettings? settings, string service, string command, DockerComposeSettings? composeSettings = null,
        params string[] args)
        => RunnerOf<DockerComposeExecSettings>(context)
            .Run("compose", composeSettings ?? new(), "exec", settings ?? new(), Invocation(Required(service), Required(command), args));
}

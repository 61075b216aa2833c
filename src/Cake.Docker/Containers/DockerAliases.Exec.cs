using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a command in a container.</summary>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerExec(this ICakeContext context, string container, string command, params string[] args)
        => context.DockerExec(null, container, command, args);

    /// <summary>Runs a command in a container.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerExec(this ICakeContext context, DockerContainerExecSettings? settings, string container, string command, params string[] args)
        => RunnerOf<DockerContainerExecSettings>(context).Run("exec", settings ?? new(), Invocation(Required(container), Required(command), args));
}

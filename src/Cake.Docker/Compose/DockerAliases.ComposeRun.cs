using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a service once.</summary>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRun(this ICakeContext context, string service, params string[] args)
        => context.DockerComposeRun(null, service, command: null, composeSettings: null, args);

    /// <summary>Runs a command in a container of a service of its own.</summary>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRun(this ICakeContext context, string service, string command, params string[] args)
        => context.DockerComposeRun(null, service, command, composeSettings: null, args);

    /// <summary>Runs a service once.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRun(
        this ICakeContext context, DockerComposeRunSettings settings, string service, DockerComposeSettings? composeSettings = null, params string[] args)
        => context.DockerComposeRun(settings, service, command: null, composeSettings, args);

    /// <summary>Runs a command in a container of a service of its own.</summary>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="command">The command; null for that of the service.</param>
    /// <param name="composeSettings">Options of compose itself, such as its files; null for none.</param>
    /// <param name="args">The arguments of the command.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerComposeRun(
        this ICakeContext context, DockerComposeRunSettings? settings, string service, string? command, DockerComposeSettings? composeSettings = null,
        params string[] args)
        => RunnerOf<DockerComposeRunSettings>(context)
            .Run("compose", composeSettings ?? new(), "run", settings ?? new(), Invocation(Required(service), command, args));
}

using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Lists the containers that run.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The containers.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    [CakeAliasCategory("Results")]
    public static DockerPsResult[] DockerPs(this ICakeContext context) => context.DockerPs(new DockerPsSettings());

    /// <summary>Lists containers.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The options. A format or quiet would change the table that is read, so neither is of use here.</param>
    /// <returns>The containers.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    [CakeAliasCategory("Results")]
    public static DockerPsResult[] DockerPs(this ICakeContext context, DockerPsSettings? settings)
        => RunnerOf<DockerPsSettings>(context).RunWithResult("ps", settings ?? new(), Processor);

    /// <summary>Lists containers as text.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The options; null for none.</param>
    /// <returns>What docker printed.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static string DockerPs(this ICakeContext context, DockerContainerPsSettings? settings)
        => string.Join('\n', RunnerOf<DockerContainerPsSettings>(context).RunWithResult("ps", settings ?? new(), lines => lines.ToArray()));

    /// <summary>Reads the table that <c>docker ps</c> prints.</summary>
    /// <param name="input">The lines, the heading first.</param>
    /// <returns>The containers.</returns>
    public static DockerPsResult[] Processor(IEnumerable<string> input) => DockerPsTable.Read(input);
}

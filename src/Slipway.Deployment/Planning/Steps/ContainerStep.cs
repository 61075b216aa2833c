using Slipway.Engine.Commands;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>
/// Stops a container, starts it or runs a command in it by the engine's API: what the docker command does, without the time that
/// it takes to start a program.
/// </summary>
/// <param name="Container">The container's name.</param>
/// <param name="Action">What is done.</param>
/// <param name="Words">The command in the container, its new name, or nothing.</param>
public sealed record ContainerStep(string Container, ContainerAction Action, IReadOnlyList<string> Words) : Step
{
    /// <summary>Whether the run goes on when it fails, with a warning.</summary>
    public bool ContinueOnError { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ends => Action == ContainerAction.Stop ? [Container] : [];

    /// <inheritdoc/>
    public override string Command => new CommandLine(["docker", .. Verb.Split(' '), Container, .. Words]).ToString();

    /// <summary>Starts a container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Start(string container, string purpose) => new(container, ContainerAction.Start, []) { Purpose = purpose };

    /// <summary>Stops a container, within its own stop timeout.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Stop(string container, string purpose) => new(container, ContainerAction.Stop, []) { Purpose = purpose };

    /// <summary>Lets a paused container go on.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Unpause(string container, string purpose) => new(container, ContainerAction.Unpause, []) { Purpose = purpose };

    /// <summary>Gives a container another name.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="name">Its new name.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Rename(string container, string name, string purpose) => new(container, ContainerAction.Rename, [name]) { Purpose = purpose };

    /// <summary>Removes a container that nobody needs, with the volumes that have no name.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Remove(string container, string purpose) => new(container, ContainerAction.Remove, []) { Purpose = purpose };

    /// <summary>Runs a command in a container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="words">The command.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Execute(string container, IEnumerable<string> words, string purpose) =>
        new(container, ContainerAction.Execute, [.. words]) { Purpose = purpose };

    private string Verb => Action switch
    {
        ContainerAction.Execute => "exec",
        ContainerAction.Remove => "rm --force --volumes",
        _ => Action.ToString().ToLowerInvariant(),
    };
}

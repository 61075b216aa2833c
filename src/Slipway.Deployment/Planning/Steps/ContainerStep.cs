using Slipway.Engine.Commands;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>
/// Stops a container, starts it or runs a command in it by the engine's API: what the docker command does, without the time that
/// it takes to start a program.
/// </summary>
/// <param name="Container">The container's name.</param>
/// <param name="Action">What is done.</param>
/// <param name="Words">The command in the container, for <see cref="ContainerAction.Execute"/> only.</param>
public sealed record ContainerStep(string Container, ContainerAction Action, IReadOnlyList<string> Words) : Step
{
    /// <summary>Whether the run goes on when it fails, with a warning.</summary>
    public bool ContinueOnError { get; init; }

    /// <inheritdoc/>
    public override string Command => new CommandLine(["docker", Verb, Container, .. Words]).ToString();

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

    /// <summary>Runs a command in a container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="words">The command.</param>
    /// <param name="purpose">Why.</param>
    /// <returns>The step.</returns>
    public static ContainerStep Execute(string container, IEnumerable<string> words, string purpose) =>
        new(container, ContainerAction.Execute, [.. words]) { Purpose = purpose };

    private string Verb => Action == ContainerAction.Execute ? "exec" : Action.ToString().ToLowerInvariant();
}

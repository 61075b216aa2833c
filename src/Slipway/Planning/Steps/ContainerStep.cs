using Slipway.Commands;

namespace Slipway.Planning.Steps;

/// <summary>
/// Stops a container, starts it or runs a command in it by the engine's API: what the docker command does, without the time that
/// it takes to start a program. For a rollback, which has to be over in less than a second.
/// </summary>
/// <param name="Container">The container's name.</param>
/// <param name="Action">What is done.</param>
/// <param name="Words">The command in the container, for <see cref="ContainerAction.Execute"/> only.</param>
public sealed record ContainerStep(string Container, ContainerAction Action, IReadOnlyList<string> Words) : Step
{
    /// <inheritdoc/>
    public override string Command => new CommandLine(["docker", Verb, Container, .. Words]).ToString();

    private string Verb => Action switch
    {
        ContainerAction.Start => "start",
        ContainerAction.Stop => "stop",
        _ => "exec",
    };
}

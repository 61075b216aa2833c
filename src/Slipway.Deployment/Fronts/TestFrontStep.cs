using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Fronts;

/// <summary>Lets the running front's own program test its configuration as it is on disk: it will read that when it is told.</summary>
/// <param name="Container">The front's container.</param>
/// <param name="Words">The command in its container.</param>
public sealed record TestFrontStep(string Container, IReadOnlyList<string> Words) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => new CommandLine(["docker", "exec", Container, .. Words]).ToString();
}

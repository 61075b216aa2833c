using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Fronts;

/// <summary>Lets a running front look up names again: by its own command, or by a new start when it has none or does not run.</summary>
/// <param name="Container">The front's container.</param>
/// <param name="Words">The command in its container; empty for a new start.</param>
public sealed record TellFrontStep(string Container, IReadOnlyList<string> Words) : Step
{
    /// <summary>Whether it is started anew when it refuses; one that can test its configuration would not come up again.</summary>
    public bool RestartsIfRefused { get; init; }

    /// <summary>Whether the run goes on when it fails, with a warning.</summary>
    public bool ContinueOnError { get; init; }

    /// <inheritdoc/>
    public override string Command => new CommandLine(Words.Count > 0 ? ["docker", "exec", Container, .. Words] : ["docker", "restart", Container]).ToString();
}

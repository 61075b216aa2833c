namespace Slipway.Deployment.Planning.Steps;

/// <summary>Removes containers once they have ended, with the volumes that have no name. Those that end after the run are left to the next one.</summary>
/// <param name="Containers">Their names.</param>
public sealed record RemoveEndedStep(IReadOnlyList<string> Containers) : Step
{
    /// <inheritdoc/>
    public override string Command => $"docker rm --volumes {string.Join(' ', Containers)}, once ended";
}

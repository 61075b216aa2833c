namespace Slipway.Deployment.Planning.Steps;

/// <summary>Runs a task of the user's own, of which a plan knows no more than its name.</summary>
/// <param name="Task">The name of the task.</param>
public sealed record TaskStep(string Task) : Step
{
    /// <inheritdoc/>
    public override string Command => $"task {Task}";
}

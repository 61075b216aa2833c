namespace Slipway.Deployment.Planning.Steps;

/// <summary>
/// Starts containers that this run has ended. A stop that was interrupted goes on in the engine, where nobody sees it: what was asked to
/// end is waited for and started again, and what was not is left alone.
/// </summary>
/// <param name="Containers">Their names.</param>
public sealed record ReviveStep(IReadOnlyList<string> Containers) : Step
{
    /// <inheritdoc/>
    public override string Command => $"start again, as far as they were stopped: {string.Join(' ', Containers)}";
}

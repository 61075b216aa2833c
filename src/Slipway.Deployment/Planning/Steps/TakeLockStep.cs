namespace Slipway.Deployment.Planning.Steps;

/// <summary>Takes the application's lock at the engine.</summary>
/// <param name="Application">The application's name.</param>
public sealed record TakeLockStep(string Application) : Step
{
    /// <inheritdoc/>
    public override string Command => $"lock {Application}";
}

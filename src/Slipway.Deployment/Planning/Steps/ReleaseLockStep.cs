namespace Slipway.Deployment.Planning.Steps;

/// <summary>Releases the application's lock.</summary>
/// <param name="Application">The application's name.</param>
public sealed record ReleaseLockStep(string Application) : Step
{
    /// <inheritdoc/>
    public override string Command => $"unlock {Application}";
}

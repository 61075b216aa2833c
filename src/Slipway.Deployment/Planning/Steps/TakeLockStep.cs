using Slipway.Deployment.Backups;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Deployment.Strategies;
using Slipway.Deployment.Targets;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>Takes the application's lock at the engine.</summary>
/// <param name="Application">The application's name.</param>
public sealed record TakeLockStep(string Application) : Step
{
    /// <inheritdoc/>
    public override string Command => $"lock {Application}";
}

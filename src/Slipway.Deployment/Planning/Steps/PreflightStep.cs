using Slipway.Deployment.Backups;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Deployment.Strategies;
using Slipway.Deployment.Targets;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>Fails if the plan has refusals.</summary>
public sealed record PreflightStep : Step
{
    /// <inheritdoc/>
    public override string Command => "preflight";
}

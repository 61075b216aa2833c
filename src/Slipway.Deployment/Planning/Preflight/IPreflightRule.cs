using Slipway.Deployment.Images;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Strategies;
using Slipway.Deployment.Targets;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>Finds one kind of reason why a deployment must not start.</summary>
internal interface IPreflightRule
{
    IEnumerable<Refusal> Check(PlanningContext context);
}

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>Finds one kind of reason why a deployment must not start.</summary>
internal interface IPreflightRule
{
    IEnumerable<Refusal> Check(PlanningContext context);
}

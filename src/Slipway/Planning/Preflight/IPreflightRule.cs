namespace Slipway.Planning.Preflight;

/// <summary>Finds one kind of reason why a deployment must not start.</summary>
internal interface IPreflightRule
{
    IEnumerable<Refusal> Check(DeploymentInputs inputs);
}

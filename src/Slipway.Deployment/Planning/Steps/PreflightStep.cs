namespace Slipway.Deployment.Planning.Steps;

/// <summary>Fails if the plan has refusals.</summary>
public sealed record PreflightStep : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => "preflight";
}

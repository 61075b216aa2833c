using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Migrations;

/// <summary>Asks a database that this run has started which migrations are pending, and refuses those that must not be applied.</summary>
public sealed record CheckSchemaStep(string DatabaseContainer) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"ask {DatabaseContainer} which migrations are pending";
}

using Slipway.Engine;
using Slipway.Planning;
using Slipway.Planning.Changes;
using Slipway.Traffic.Slots;

namespace Slipway.Reporting;

/// <summary>Writes for programs what runs.</summary>
internal static class StatusJson
{
    /// <summary>Writes the status.</summary>
    /// <param name="inputs">What was observed.</param>
    /// <param name="connection">The engine.</param>
    /// <returns>One JSON object.</returns>
    public static string Write(DeploymentInputs inputs, EngineConnection connection) => JsonText.Write(json =>
    {
        json.WriteString("application", inputs.Application.Name);
        json.WriteString("engine", connection.DisplayName);
        json.Objects("containers", inputs.Observation.Containers, container =>
        {
            json.WriteString("name", container.Name);
            json.WriteString("service", container.Service ?? container.ComposeService);
            json.WriteString("slot", container.Slot?.Name());
            json.WriteString("role", StatusText.RoleOf(inputs, container));
            json.WriteString("release", container.Release);
            json.WriteString("state", container.State);
            json.WriteString("status", container.Status);
            json.WriteString("created", container.Created);
        });
        json.WriteString("schema", inputs.Schema.Reason);
        json.WriteString("warmRelease", StatusText.WarmRelease(inputs));
        json.Texts("keptReleases", KeptReleases.Complete(inputs));
        json.Texts("locks", inputs.Observation.Leases.Select(l => l.Holder));
    });
}

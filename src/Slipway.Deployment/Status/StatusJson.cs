using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Addresses;
using Slipway.Findings.Json;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Status;

/// <summary>Writes for programs what runs.</summary>
internal static class StatusJson
{
    /// <summary>Writes the status.</summary>
    /// <param name="context">What was observed.</param>
    /// <param name="connection">The engine.</param>
    /// <returns>One JSON object.</returns>
    public static string Write(PlanningContext context, EngineConnection connection) => JsonText.Write(json =>
    {
        json.WriteString("application", context.Application.Name);
        json.WriteString("engine", connection.DisplayName);
        json.Objects("containers", context.Observation.AllContainers, container =>
        {
            json.WriteString("name", container.Name);
            json.WriteString("service", container.Service ?? container.ComposeService);
            json.WriteString("slot", container.Slot?.Name());
            json.WriteString("role", ContainerRole.Of(context, container));
            json.WriteString("release", container.Release);
            json.WriteString("state", container.State);
            json.WriteString("status", container.Status);
            json.WriteString("created", container.Created);
        });
        json.WriteString("schema", context.Schema.Reason);
        json.WriteString("warmRelease", WarmRollback.Release(context));
        json.Texts("keptReleases", KeptReleases.Complete(context));
        json.Texts("locks", context.Observation.Leases.Select(l => l.Holder));
    });
}

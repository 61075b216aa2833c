using Slipway.Engine.Addresses;
using Slipway.Findings.Json;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Printing;

/// <summary>Writes a plan for programs.</summary>
internal static class PlanJson
{
    /// <summary>Writes a plan.</summary>
    /// <param name="connection">The engine.</param>
    /// <returns>One JSON object.</returns>
    public static string Write(DeploymentPlan plan, PlanTimeline timeline, EngineConnection connection) => JsonText.Write(json =>
    {
        var context = plan.Context;
        json.WriteString("application", context.Application.Name);
        json.WriteString("engine", connection.DisplayName);
        json.WriteString("release", context.Release);
        json.WriteBoolean("changes", context.ChangesAnything);
        json.Texts("refusals", plan.Refusals.Select(r => $"{r.Message} -> {r.Remedy}"));
        json.Texts("warnings", plan.Warnings);
        json.Texts("criticalPath", context.ChangesAnything ? timeline.CriticalPath : []);
        json.Seconds("expectedSeconds", context.ChangesAnything ? timeline.Total : TimeSpan.Zero);
        json.WriteNumber("earlierRuns", timeline.Runs);
        json.Objects("services", context.Services, service =>
        {
            json.WriteString("name", service.Name);
            json.WriteString("strategy", service.Settings.Strategy.Name);
            json.WriteBoolean("changes", service.Changes);
            json.WriteString("reason", service.Reason);
            json.WriteString("active", service.Active?.Name());
            json.WriteString("target", service.Changes ? service.Target.Name() : null);
        });
        json.Objects("jobs", context.Jobs, job =>
        {
            json.WriteString("name", job.Name);
            json.WriteBoolean("runs", job.IsDue);
            json.WriteString("reason", job.Reason);
        });
        json.Objects("phases", plan.Phases, phase =>
        {
            json.WriteString("name", phase.Name);
            json.Texts("dependsOn", phase.DependsOn);
            json.WriteString("reason", phase.Reason);
            json.Seconds("expectedSeconds", timeline.Of(phase.Name));
            json.Objects("steps", phase.Steps, step =>
            {
                json.WriteString("command", step.Command);
                json.WriteString("purpose", step.Purpose);
                json.WriteBoolean("beside", step.Parallel && step != phase.Steps[0]);
                json.WriteBoolean("then", step.Then && step != phase.Steps[0]);
                json.Seconds("timeoutSeconds", step.Timeout);
            });
        });
    });
}

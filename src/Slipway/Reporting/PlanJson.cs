using Slipway.Engine;
using Slipway.Phases;
using Slipway.Planning;
using Slipway.Traffic.Slots;

namespace Slipway.Reporting;

/// <summary>Writes a plan for programs.</summary>
internal static class PlanJson
{
    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="timeline">Its timeline.</param>
    /// <param name="connection">The engine.</param>
    /// <returns>One JSON object.</returns>
    public static string Write(DeploymentPlan plan, PlanTimeline timeline, EngineConnection connection) => JsonText.Write(json =>
    {
        var inputs = plan.Inputs;
        json.WriteString("application", inputs.Application.Name);
        json.WriteString("engine", connection.DisplayName);
        json.WriteString("release", inputs.Release);
        json.WriteBoolean("changes", inputs.ChangesAnything);
        json.Texts("refusals", plan.Refusals.Select(r => $"{r.Message} -> {r.Remedy}"));
        json.Texts("warnings", plan.Warnings);
        json.Texts("criticalPath", inputs.ChangesAnything ? timeline.CriticalPath : []);
        json.Seconds("expectedSeconds", inputs.ChangesAnything ? timeline.Total : TimeSpan.Zero);
        json.WriteNumber("earlierRuns", timeline.Runs);
        json.Objects("services", inputs.Services, service =>
        {
            json.WriteString("name", service.Name);
            json.WriteString("strategy", service.Settings.Strategy.ToString());
            json.WriteBoolean("changes", service.Changes);
            json.WriteString("reason", service.Reason);
            json.WriteString("active", service.Active?.Name());
            json.WriteString("target", service.Changes ? service.Target.Name() : null);
        });
        json.Objects("phases", plan.Phases, phase =>
        {
            json.WriteString("name", phase.Name);
            json.Texts("dependsOn", PhaseGraph.DependenciesOf(phase.Name));
            json.WriteString("reason", phase.Reason);
            json.Seconds("expectedSeconds", timeline.Of(phase.Name));
            json.Objects("steps", phase.Steps, step =>
            {
                json.WriteString("command", step.Command);
                json.WriteString("purpose", step.Purpose);
                json.WriteBoolean("beside", step.Beside && step != phase.Steps[0]);
                json.Seconds("timeoutSeconds", step.Timeout);
            });
        });
    });
}

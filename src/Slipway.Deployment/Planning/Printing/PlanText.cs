using System.Globalization;
using System.Text;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine.Addresses;

namespace Slipway.Deployment.Planning.Printing;

/// <summary>Writes a plan for people.</summary>
internal static class PlanText
{
    /// <summary>Writes a plan.</summary>
    /// <param name="connection">The engine.</param>
    /// <returns>The text, without a line end at its end.</returns>
    public static string Write(DeploymentPlan plan, PlanTimeline timeline, EngineConnection connection)
    {
        var context = plan.Context;
        var text = new StringBuilder();
        Line(text,
            $"Plan for {context.Application.Name} at {connection.DisplayName} (Docker {context.Observation.Engine.Version}), release {context.Release}");
        Services(text, context);
        foreach (var refusal in plan.Refusals)
        {
            Line(text, $"  REFUSED  {refusal.Message}{Environment.NewLine}           -> {refusal.Remedy}");
        }

        foreach (var warning in plan.Warnings)
        {
            Line(text, $"  warning  {warning}");
        }

        Line(text, string.Empty);
        if (!context.ChangesAnything)
        {
            var all = plan.Phases.Where(p => !p.IsEmpty).Select(p => p.Name).ToList();
            return text.Append("Nothing would change.").Append(all.Count == 0 ? string.Empty : $" Run all the same: {string.Join(", ", all)}.").ToString();
        }

        Waves(text, plan, timeline);
        Line(text, string.Empty);
        Line(text, $"Critical path (*): {string.Join(" > ", timeline.CriticalPath)}");
        text.Append(timeline.Total is { } total
            ? $"Expected: {Seconds(total)} (median of {timeline.Runs} earlier {(timeline.Runs == 1 ? "run" : "runs")})"
            : "Expected: unknown, some of these phases have not run here yet");
        return text.ToString();
    }

    internal static string Seconds(TimeSpan time) =>
        time.TotalSeconds < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    private static void Services(StringBuilder text, PlanningContext context)
    {
        var rows = context.Services.Select(s => (s.Name, Strategy: s.Settings.Strategy.Name, s.Move, s.Reason)).ToList();
        rows.AddRange(context.Jobs.Select(j => (j.Name, "once", string.Empty, j.IsDue ? $"run: {j.Reason}" : j.Reason)));
        rows.AddRange(context.Application.Stateful.Select(s => (s, context.Application.Settings.Unnamed.Name, string.Empty, Stateful(context, s))));
        if (context.Application.Settings.Proxy is { } proxy)
        {
            rows.AddRange(context.Environment.Gateways.Select(g => (g.Gateway.Service, proxy.Kind.Name, string.Empty, Fate(g))));
        }

        var (name, strategy, move) = (rows.Max(r => r.Name.Length), rows.Max(r => r.Strategy.Length), rows.Max(r => r.Move.Length));
        foreach (var row in rows)
        {
            Line(text, $"  {row.Name.PadRight(name)}  {row.Strategy.PadRight(strategy)}  {row.Move.PadRight(move)}  {row.Reason}");
        }
    }

    private static string Fate(GatewayChange change) => change.Action == GatewayAction.Replace ? $"replaced: {change.Reason}" : change.Reason;

    private static string Stateful(PlanningContext context, string service) =>
        context.Application.Settings.Proxy?.Behind == service ? (context.Environment.TellsFront ? "the front: looks up names again"
            : "the front: left alone") :
        context.Environment.Start.Contains(service) ? "started"
        : context.Environment.Replace.Contains(service) ? "replaced, with your consent"
        : context.Environment.Joins.FirstOrDefault(j => j.Service == service) is { } join ? $"comes back onto the network {join.Network}"
        : "left alone";

    private static void Waves(StringBuilder text, DeploymentPlan plan, PlanTimeline timeline)
    {
        var critical = timeline.CriticalPath.ToHashSet(StringComparer.Ordinal);
        var number = 0;
        foreach (var wave in timeline.Waves())
        {
            number++;
            foreach (var phase in wave)
            {
                var time = timeline.Of(phase.Name) is { } expected ? Seconds(expected) : string.Empty;
                var lead = phase == wave[0] ? number.ToString(CultureInfo.InvariantCulture) : string.Empty;
                var side = wave.Count > 1 ? phase == wave[0] ? "side by side: " : string.Empty : string.Empty;
                Line(text, $"{lead,2} {(critical.Contains(phase.Name) ? '*' : ' ')} {phase.Name,-18} {time,10}  {side}{phase.Reason}".TrimEnd());
                foreach (var step in phase.Steps)
                {
                    Line(text, $"     {(step == phase.Steps[0] ? ' ' : step.Then ? '>' : step.Parallel ? '&' : ' ')} {step.Command}");
                }
            }
        }

        var idle = plan.Phases.Where(p => p.IsEmpty).ToList();
        foreach (var phase in idle)
        {
            Line(text, $"   - {phase.Name,-18}             {phase.Reason}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}

using Cake.Frosting;
using Slipway.Deployment.Planning.Printing;
using Slipway.Engine.Errors;
using Slipway.Observability.Records;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Says exactly what Deploy, or a rollback, would do, and changes nothing.</summary>
[TaskName(nameof(Plan))]
[TaskDescription(TargetDescriptions.Plan)]
public sealed class Plan(CommandLineOptions commandLine) : AsyncFrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => AnswerAsync(context));

    private Task AnswerAsync(SlipwayContext context)
    {
        var plan = context.Plan;
        var expected = new ExpectedTime(context.Session.History.Newest(20, plan.Context.Request.Action), plan.Context.Request.Action);
        var timeline = new PlanTimeline(plan, expected);
        var text = commandLine.Json
            ? PlanJson.Write(plan, timeline, context.Session.Connection)
            : PlanText.Write(plan, timeline, context.Session.Connection);
        context.Console.WriteLine("{0}", context.Session.Mask.Apply(text));
        context.SucceedWith(plan.Refusals.Count > 0 ? ExitCode.Refused : plan.Context.ChangesAnything ? ExitCode.WouldChange : ExitCode.Success);
        return Task.CompletedTask;
    }
}

using Cake.Frosting;
using Slipway.Errors;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Reporting;

namespace Slipway.Phases;

/// <summary>Says exactly what Deploy would do, and changes nothing.</summary>
[TaskName(nameof(Plan))]
[TaskDescription("Says exactly what Deploy would do; changes nothing.")]
public sealed class Plan : AsyncFrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => AnswerAsync(context));

    private static Task AnswerAsync(SlipwayContext context)
    {
        var plan = context.Plan;
        var expected = new ExpectedTime(context.Session.History.Newest(20, RunAction.Deploy), RunAction.Deploy);
        var timeline = new PlanTimeline(plan, expected);
        var text = context.Session.Options.Json
            ? PlanJson.Write(plan, timeline, context.Session.Connection)
            : PlanText.Write(plan, timeline, context.Session.Connection);
        context.Console.WriteLine("{0}", context.Session.Mask.Apply(text));
        context.SucceedWith(plan.Refusals.Count > 0 ? ExitCode.Refused : plan.Inputs.ChangesAnything ? ExitCode.WouldChange : ExitCode.Success);
        return Task.CompletedTask;
    }
}

using Cake.Frosting;
using Slipway.Reporting;

namespace Slipway.Phases;

/// <summary>Says what runs, in which slot, since when, healthy or not, and what can be rolled back to.</summary>
[TaskName(nameof(Status))]
[TaskDescription("Says what runs and what can be rolled back to; changes nothing.")]
public sealed class Status : AsyncFrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => AnswerAsync(context));

    private static Task AnswerAsync(SlipwayContext context)
    {
        var inputs = context.Plan.Inputs;
        var text = context.Session.Options.Json
            ? StatusJson.Write(inputs, context.Session.Connection)
            : StatusText.Write(inputs, context.Session.Connection);
        context.Console.WriteLine("{0}", context.Session.Mask.Apply(text));
        return Task.CompletedTask;
    }
}

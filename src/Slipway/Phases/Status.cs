using Cake.Frosting;
using Slipway.Deployment.Status;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Says what runs, in which slot, since when, healthy or not, and what can be rolled back to.</summary>
[TaskName(nameof(Status))]
[TaskDescription(TargetDescriptions.Status)]
public sealed class Status(CommandLineOptions commandLine) : AsyncFrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => AnswerAsync(context));

    private Task AnswerAsync(SlipwayContext context)
    {
        var observed = context.Session.Look();
        var text = commandLine.Json
            ? StatusJson.Write(observed, context.Session.Connection)
            : StatusText.Write(observed, context.Session.Connection);
        context.Console.WriteLine("{0}", context.Session.Mask.Apply(text));
        return Task.CompletedTask;
    }
}

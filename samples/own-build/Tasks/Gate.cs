using Cake.Core;
using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Phases;

namespace OwnBuild.Tasks;

/// <summary>A gate of one's own: after the new release was tried, and before anybody is let to it.</summary>
[TaskName("Gate")]
[TaskDescription("Asks whether the new release may serve.")]
[IsDependentOn(typeof(SmokeTest))]
[IsDependeeOf(typeof(Switch))]
public sealed class Gate : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        var answer = context.Arguments.GetArgument("gate") ?? "open";
        if (answer == "wait")
        {
            // Such as for a person. Ctrl-C ends it, and the deployment is taken back.
            await Task.Delay(TimeSpan.FromMinutes(5), context.CancellationToken());
        }

        if (answer == "shut")
        {
            throw new CakeException($"the gate is shut for release {context.Plan.Context.Release}");
        }
    }
}

using Cake.Core;
using Cake.Frosting;
using Slipway.Deployment.Status;

namespace Slipway.Phases;

/// <summary>Ends the run, whether it succeeded or not: releases the lock and writes the journal and the history.</summary>
public sealed class EndOfRun : FrostingTeardown<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Teardown(SlipwayContext context, ITeardownContext info)
    {
        if (context.Run is { } run)
        {
            run.DisposeAsync().AsTask().GetAwaiter().GetResult();
            if (info.Successful)
            {
                context.Console.WriteLine("{0}", RunSummary.Of(run.Plan, run.Elapsed));
            }
        }
    }
}

using Cake.Core;
using Cake.Frosting;

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
                context.Console.WriteLine(
                    "{0}: release {1} serves after {2:0.00} s{3}",
                    run.Plan.Inputs.Application.Name,
                    run.Plan.Inputs.Release,
                    run.Elapsed.TotalSeconds,
                    run.Plan.Inputs.Changing.Any(s => s.Active is not null) && run.Plan.Inputs.Application.Settings.KeepWarm ? "; the one before stays warm: --target=Rollback" : string.Empty);
            }
        }
    }
}

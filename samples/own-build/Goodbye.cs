using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Slipway.Phases;

namespace OwnBuild;

/// <summary>A teardown of one's own: Slipway's end of the run has come before it, whatever was run.</summary>
public sealed class Goodbye : FrostingTeardown<SlipwayContext>
{
    public override void Teardown(SlipwayContext context, ITeardownContext info) =>
        context.Log.Information("goodbye: {0}", info.Successful ? "all went well" : "something failed");
}

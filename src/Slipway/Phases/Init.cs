using Cake.Frosting;
using Slipway.Drafts;

namespace Slipway.Phases;

/// <summary>Writes slipway.yaml for a compose application that has none, with a comment for each guess.</summary>
/// <param name="request">What is asked for.</param>
[TaskName(nameof(Init))]
[TaskDescription("Writes slipway.yaml for a compose application that has none.")]
public sealed class Init(InitRequest request) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        using var output = new StringWriter();
        SlipwayContext.Guard(() => request.Run(output, answers: null));
        context.Console.Write("{0}", output);
    }
}

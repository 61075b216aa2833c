using Cake.Frosting;
using Slipway.Linting;

namespace Slipway.Phases;

/// <summary>Shows how what Lint finds is mended; with <c>--apply</c> mends it.</summary>
/// <param name="request">What is asked for.</param>
[TaskName(nameof(Optimize))]
[TaskDescription("Shows how what Lint finds is mended; --apply mends it.")]
public sealed class Optimize(LintRequest request) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context) => context.SucceedWith(context.Answer(request.Optimize));
}

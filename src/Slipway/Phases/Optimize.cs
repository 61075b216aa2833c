using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Linting;

namespace Slipway.Phases;

/// <summary>Shows how what Lint finds is mended; with <c>--apply</c> mends it, with <c>--verify</c> tries it on the engine.</summary>
/// <param name="request">What is asked for.</param>
[TaskName(nameof(Optimize))]
[TaskDescription("Shows how what Lint finds is mended; --apply mends it, --verify tries it on the engine.")]
public sealed class Optimize(LintRequest request) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context) => context.SucceedWith(context.Answer((output, errors) =>
        request.Verifies() ? request.VerifyAsync(output, errors, context.CancellationToken()).GetAwaiter().GetResult() : request.Optimize(output, errors)));
}

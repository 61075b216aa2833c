using Slipway.Deployment.Execution;

namespace Slipway.Deployment.Fronts;

/// <summary>Waits.</summary>
/// <param name="time">The clock.</param>
internal sealed class LetFrontNoticeHandler(TimeProvider time) : StepHandler<LetFrontNoticeStep>
{
    protected override Task ExecuteAsync(LetFrontNoticeStep step, StepOutput output, CancellationToken cancellation) =>
        Task.Delay(step.Time, time, cancellation);
}

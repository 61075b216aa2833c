using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Execution;

/// <summary>Executes the steps of one type.</summary>
/// <typeparam name="TStep">The type.</typeparam>
internal abstract class StepHandler<TStep> : IStepHandler
    where TStep : Step
{
    public bool Handles(Step step) => step is TStep;

    public Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation) => ExecuteAsync((TStep)step, output, cancellation);

    protected abstract Task ExecuteAsync(TStep step, StepOutput output, CancellationToken cancellation);
}

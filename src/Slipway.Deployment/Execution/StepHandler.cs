using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Executes the steps of one type.</summary>
/// <typeparam name="TStep">The type.</typeparam>
public abstract class StepHandler<TStep> : IStepHandler
    where TStep : Step
{
    /// <inheritdoc/>
    public bool Handles(Step step) => step is TStep;

    /// <inheritdoc/>
    public Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation) => ExecuteAsync((TStep)step, output, cancellation);

    /// <summary>Executes a step.</summary>
    /// <param name="output">Where its lines of output go.</param>
    /// <param name="cancellation">Cancelled when the run is, and when the step's time is over.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="SlipwayException">It failed; the code is that of the command.</exception>
    protected abstract Task ExecuteAsync(TStep step, StepOutput output, CancellationToken cancellation);
}

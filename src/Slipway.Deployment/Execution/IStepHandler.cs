using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Executes one kind of step.</summary>
public interface IStepHandler
{
    /// <summary>Whether this handler executes that step.</summary>
    /// <returns>True for the steps of its kind.</returns>
    bool Handles(Step step);

    /// <summary>Executes a step.</summary>
    /// <param name="step">The step, which <see cref="Handles"/> said it executes.</param>
    /// <param name="output">Where its lines of output go.</param>
    /// <param name="cancellation">Cancelled when the run is, and when the step's time is over.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="SlipwayException">It failed; the code is that of the command.</exception>
    Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation);
}

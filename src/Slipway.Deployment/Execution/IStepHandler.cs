using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Execution;

/// <summary>Executes one kind of step.</summary>
internal interface IStepHandler
{
    /// <summary>Whether this handler executes that step.</summary>
    bool Handles(Step step);

    /// <summary>Executes a step.</summary>
    /// <param name="output">Where its lines of output go.</param>
    /// <param name="cancellation">Cancelled when the run is, and when the step's time is over.</param>
    Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation);
}

namespace Slipway.Deployment.Execution;

/// <summary>Where a step's words go: to the journal, which masks secrets and shows them to whom they are for.</summary>
/// <param name="Line">Takes a line of output, which people see when they ask for details and when the step fails.</param>
/// <param name="Note">Takes a line that people always see.</param>
/// <param name="Progress">Takes how far the step is.</param>
public sealed record StepOutput(Action<string> Line, Action<string> Note, Action<string> Progress);

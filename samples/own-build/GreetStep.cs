using Slipway.Deployment.Execution;
using Slipway.Deployment.Planning.Steps;

namespace OwnBuild;

/// <summary>A kind of step of one's own.</summary>
public sealed record GreetStep(string Text) : Step
{
    public override string Command => $"greet '{Text}'";
}

/// <summary>What executes it.</summary>
public sealed class GreetHandler : StepHandler<GreetStep>
{
    protected override Task ExecuteAsync(GreetStep step, StepOutput output, CancellationToken cancellation)
    {
        output.Note($"greeting: {step.Text}");
        return Task.CompletedTask;
    }
}

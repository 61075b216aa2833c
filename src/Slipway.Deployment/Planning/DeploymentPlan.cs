namespace Slipway.Deployment.Planning;

/// <summary>What a deployment does: printed by Plan, executed by Deploy.</summary>
/// <param name="Context">What it was planned from.</param>
/// <param name="Phases">The phases, each after all that it depends on.</param>
/// <param name="Refusals">Why it must not run; empty when it may.</param>
/// <param name="Warnings">What the user should know.</param>
public sealed record DeploymentPlan(
    PlanningContext Context,
    IReadOnlyList<PhasePlan> Phases,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<string> Warnings)
{
    /// <summary>One phase of the plan.</summary>
    /// <returns>The phase.</returns>
    public PhasePlan Of(string name) => Phases.First(p => p.Name == name);
}

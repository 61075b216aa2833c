using Slipway.Deployment.Planning;

namespace Slipway.Phases;

/// <summary>What a user changes about a phase: a pure function from its plan to another.</summary>
/// <param name="Phase">The class of the phase.</param>
/// <param name="Change">Makes the plan that counts.</param>
internal sealed record PhaseChange(Type Phase, Func<PhasePlan, PlanningContext, PhasePlan> Change);

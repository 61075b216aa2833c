using Cake.Frosting;
using Slipway.Deployment.Planning;

namespace Slipway.Phases;

/// <summary>A phase of a deployment: a Frosting task whose steps are data. The same steps are printed by Plan and executed here.</summary>
/// <param name="steps">Says what it does.</param>
public abstract class Phase(PhaseSteps steps) : AsyncFrostingTask<SlipwayContext>, IPhase
{
    /// <inheritdoc/>
    public string Name => TaskNode.NameOf(GetType());

    /// <inheritdoc/>
    public IReadOnlyList<string> DependsOn =>
        [.. GetType().GetCustomAttributes(typeof(IsDependentOnAttribute), inherit: true).Cast<IsDependentOnAttribute>().Select(a => TaskNode.NameOf(a.Task))];

    /// <inheritdoc/>
    public PhasePlan Plan(PlanningContext context) => steps.Plan(Name, context) with { DependsOn = DependsOn };

    /// <inheritdoc/>
    public sealed override bool ShouldRun(SlipwayContext context) => SlipwayContext.Guard(() => context.Enter(this));

    /// <inheritdoc/>
    public sealed override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => context.ExecuteAsync(this));
}

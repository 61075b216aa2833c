using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>
/// A phase of a deployment: a Frosting task whose steps are data. The same steps are printed by Plan and executed here.
/// </summary>
public abstract class Phase : AsyncFrostingTask<SlipwayContext>
{
    /// <summary>The phase's name, which is also the name of its task.</summary>
    public string Name => GetType().Name;

    /// <summary>Says what the phase does. A pure function.</summary>
    /// <param name="inputs">What the deployment is planned from.</param>
    /// <returns>The steps and the reason for them, or for there being none.</returns>
    public PhasePlan Plan(DeploymentInputs inputs)
    {
        List<Step> steps = inputs.ChangesAnything ? [.. Steps(inputs)] : [];
        return inputs.ChangesAnything
            ? new PhasePlan(Name, steps, [.. Undo(inputs)], Reason(inputs, steps))
            : new PhasePlan(Name, [], [], "nothing changed");
    }

    /// <inheritdoc/>
    public sealed override bool ShouldRun(SlipwayContext context) => SlipwayContext.Guard(() => context.Enter(this));

    /// <inheritdoc/>
    public sealed override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => context.ExecuteAsync(this));

    /// <summary>The steps when something changes.</summary>
    /// <param name="inputs">What the deployment is planned from.</param>
    /// <returns>The steps.</returns>
    protected abstract IEnumerable<Step> Steps(DeploymentInputs inputs);

    /// <summary>The steps that lead back when the phase fails.</summary>
    /// <param name="inputs">What the deployment is planned from.</param>
    /// <returns>The steps; none where there is nothing to undo.</returns>
    protected virtual IEnumerable<Step> Undo(DeploymentInputs inputs) => [];

    /// <summary>Why these steps, or why none.</summary>
    /// <param name="inputs">What the deployment is planned from.</param>
    /// <param name="steps">The steps.</param>
    /// <returns>A few words.</returns>
    protected virtual string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "nothing to do" : string.Empty;
}

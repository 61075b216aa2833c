using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Planning;

/// <summary>What one phase does in a deployment and in a rollback, as pure functions of what is known.</summary>
public abstract class PhaseSteps
{
    /// <summary>Plans the phase.</summary>
    /// <param name="phase">Its name.</param>
    /// <param name="context">What is planned from.</param>
    /// <returns>The plan; without steps when nothing is to be done.</returns>
    public PhasePlan Plan(string phase, PlanningContext context)
    {
        if (!context.ChangesAnything)
        {
            return new PhasePlan(phase, [], [], "nothing changed");
        }

        var (isWarm, isRelease) = (context.Request.IsWarmRollback, context.Request.IsRelease);
        List<Step> steps = [.. isRelease ? Release(context) : isWarm ? RollBack(context) : Steps(context)];
        return new PhasePlan(
            phase,
            steps,
            [.. isRelease ? UndoRelease(context) : isWarm ? UndoRollBack(context) : Undo(context)],
            isRelease ? (steps.Count == 0 ? "nothing to do" : string.Empty)
                : isWarm ? (steps.Count == 0 ? "the warm slot is as it was" : string.Empty)
                : Reason(context, steps));
    }

    /// <summary>The steps of a deployment.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps.</returns>
    protected abstract IEnumerable<Step> Steps(PlanningContext context);

    /// <summary>The steps that lead back when the phase fails.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps; none where there is nothing to undo.</returns>
    protected virtual IEnumerable<Step> Undo(PlanningContext context) => [];

    /// <summary>The steps of a rollback to the warm slots.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps; none where a warm slot needs nothing.</returns>
    protected virtual IEnumerable<Step> RollBack(PlanningContext context) => [];

    /// <summary>The steps that lead back when the phase fails in a rollback.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps.</returns>
    protected virtual IEnumerable<Step> UndoRollBack(PlanningContext context) => [];

    /// <summary>The steps by which the application is given back to plain compose.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps; none where that needs nothing.</returns>
    protected virtual IEnumerable<Step> Release(PlanningContext context) => [];

    /// <summary>The steps that lead back when the phase fails while the application is given back.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps.</returns>
    protected virtual IEnumerable<Step> UndoRelease(PlanningContext context) => [];

    /// <summary>Why these steps, or why none.</summary>
    /// <param name="context">What is planned from.</param>
    /// <param name="steps">The steps of the deployment.</param>
    /// <returns>A few words.</returns>
    protected virtual string Reason(PlanningContext context, IReadOnlyList<Step> steps) => steps.Count == 0 ? "nothing to do" : string.Empty;
}

using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Phases;

/// <summary>A task of a run as the plan sees it: a phase, or a task of the user's own, of which only its name is known.</summary>
/// <param name="phase">The phase that it is; null for a task that is none.</param>
/// <param name="isAlways">Whether it is run also when nothing changes, because it comes before the plan.</param>
/// <param name="changes">What the user changes about it.</param>
internal sealed class PlannedTask(TaskNode task, Phase? phase, bool isAlways, IReadOnlyList<PhaseChange> changes) : IPhase
{
    public string Name => task.Name;

    public IReadOnlyList<string> DependsOn => task.DependsOn;

    public PhasePlan Plan(PlanningContext context)
    {
        var plan = phase?.Plan(context) ?? OfOwn(context);
        if (context.ChangesAnything)
        {
            plan = changes.Aggregate(plan, (p, c) => c.Change(p, context));
        }

        return plan with { DependsOn = DependsOn, IsOwn = !task.IsOfSlipway };
    }

    private PhasePlan OfOwn(PlanningContext context) => context.ChangesAnything || isAlways
        ? new PhasePlan(Name, [new TaskStep(Name) { Purpose = task.Description }], [], isAlways ? "before the plan is made" : string.Empty)
        : new PhasePlan(Name, [], [], "nothing changed");
}

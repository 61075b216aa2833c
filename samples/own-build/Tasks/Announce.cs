using Cake.Frosting;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Phases;

namespace OwnBuild.Tasks;

/// <summary>A phase of one's own: its steps are data, shown by Plan, and taken back when anything after it fails.</summary>
[TaskName("Announce")]
[TaskDescription("Says that a new release comes.")]
[IsDependentOn(typeof(Slipway.Phases.Lock))]
[IsDependeeOf(typeof(StartSlot))]
public sealed class Announce() : Phase(new AnnounceSteps());

public sealed class AnnounceSteps : PhaseSteps
{
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        yield return new GreetStep($"release {context.Release} comes") { Purpose = "announce" };
    }

    protected override IEnumerable<Step> Undo(PlanningContext context)
    {
        yield return new GreetStep($"release {context.Release} does not come") { Purpose = "take the announcement back" };
    }
}

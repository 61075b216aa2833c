using Slipway.Deployment.Mounts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Engine.Commands;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Strategies.Phases;

/// <summary>Leaves the old slots warm for a rollback, or stops them once they are drained if they are not to be kept.</summary>
public sealed class RetireSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        foreach (var step in StrategyList.Of(s => s.DrainOld(context)))
        {
            yield return step;
        }

        foreach (var step in StrategyList.Of(s => s.AwaitEnded(context)).Concat(StrategyList.Of(s => s.Retire(context))))
        {
            yield return step;
        }

        var old = context.OldSlots.Select(o => $"{o.Service.Name}-{o.Slot.Name()}").ToList();
        if (old.Count > 0)
        {
            yield return new CommandStep(context.Docker.Remove(context.Compose, old)) { Purpose = "remove the old slot" };
        }

        foreach (var step in EndSuccessorsStep.For(context))
        {
            yield return step;
        }

        if (PutFilesStep.Superfluous(context).ToList() is { Count: > 0 } volumes)
        {
            yield return new CommandStep(DockerCommands.RemoveVolumes(volumes)) { Purpose = "files of old releases", ContinueOnError = true };
        }

        var unmanaged = context.UnmanagedContainers.Select(c => c.Name).ToList();
        if (unmanaged.Count > 0)
        {
            yield return new CommandStep(context.Docker.Stop(unmanaged)) { Purpose = "what plain compose had started" };
            yield return new CommandStep(context.Docker.Remove(unmanaged)) { Purpose = "what plain compose had started" };
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> RollBack(PlanningContext context) =>
    [
        .. StrategyList.Of(s => s.AwaitEnded(context)),
        .. ServedReleases.Unmarked(context)
            .Select(m => new CommandStep(context.Docker.Tag(m.Image, m.Mark)) { Purpose = "it has served", Parallel = true, ContinueOnError = true }),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Step> Release(PlanningContext context) => BackToCompose.Retire(context);

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count > 0 ? string.Empty : context.Changing.Any(s => s.Active is not null) ? "the old slot stays warm for a rollback" : "nothing to do";
}

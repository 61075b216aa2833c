using Slipway.Deployment.Fronts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Strategies;

/// <summary>The steps by which a deployment that failed leaves the old release alone, as it was.</summary>
internal static class UndoSteps
{
    /// <summary>Removes the new slots, which have never served: nobody waits for an answer of theirs, so they get no time to end.</summary>
    public static IEnumerable<Step> Removing(PlanningContext context)
    {
        if (new SlotRoom(context).Made.ToList() is { Count: > 0 } slots)
        {
            yield return new CommandStep(context.Docker.RemoveAtOnce(slots)) { Purpose = "remove the new slot", ContinueOnError = true };
        }

        foreach (var step in StrategyList.Of(s => s.RemoveNew(context)))
        {
            yield return step;
        }
    }

    /// <summary>
    /// Lets the proxies serve the old slots as they did, hands back what was handed over, and removes the new slots. The old slots may need
    /// the proxies' earlier configuration, so that does not wait for the last request of the new ones.
    /// </summary>
    public static IEnumerable<Step> Switching(PlanningContext context) =>
    [
        .. StrategyList.Back(s => s.SwitchBack(context)),
        .. HandOverStep.Undo(context),
        .. UpdateProxyStep.For(context, isUndo: true),
        .. FrontSteps.Undo(context),
        .. StrategyList.Of(s => s.DrainNew(context)),
        .. RemovingServed(context),
    ];

    // They may have begun something for somebody.
    private static IEnumerable<Step> RemovingServed(PlanningContext context)
    {
        if (StrategyList.Of(s => s.Created(context)).Select(s => s.TargetService).ToList() is { Count: > 0 } slots)
        {
            yield return new CommandStep(context.Docker.Remove(context.Compose, slots)) { Purpose = "remove the new slot", ContinueOnError = true };
        }

        foreach (var step in StrategyList.Of(s => s.RemoveNew(context)))
        {
            yield return step;
        }
    }
}

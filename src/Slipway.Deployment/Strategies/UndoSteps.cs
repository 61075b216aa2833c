using Slipway.Deployment.Fronts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Strategies;

/// <summary>The steps by which a deployment that failed leaves the old release alone, as it was.</summary>
internal static class UndoSteps
{
    /// <summary>Removes the new slots, which have not served yet.</summary>
    public static IEnumerable<Step> Removing(PlanningContext context)
    {
        if (StrategyList.Of(s => s.Created(context)).ToList() is { Count: > 0 } slots)
        {
            yield return new CommandStep(context.Docker.Remove(context.Compose, slots)) { Purpose = "remove the new slot", ContinueOnError = true };
        }

        foreach (var step in StrategyList.Of(s => s.RemoveNew(context)))
        {
            yield return step;
        }

        foreach (var step in UpdateProxyStep.For(context, isUndo: true))
        {
            yield return step;
        }
    }

    /// <summary>Lets the proxy serve the old slots, hands back what was handed over, and removes the new slots.</summary>
    public static IEnumerable<Step> Switching(PlanningContext context) =>
        [.. StrategyList.Back(s => s.SwitchBack(context)), .. FrontSteps.Undo(context), .. StrategyList.Of(s => s.DrainNew(context)), .. Removing(context)];
}

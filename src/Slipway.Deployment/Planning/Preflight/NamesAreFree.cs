namespace Slipway.Deployment.Planning.Preflight;

/// <summary>No container of somebody else has the name of one that is about to be created.</summary>
internal sealed class NamesAreFree : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var slots = context.Changing.Where(s => s.Settings.Strategy.HasSlots).Select(s => s.TargetService);
        var created = slots.Concat(context.Environment.Raised.Select(g => g.Gateway.Service));
        foreach (var name in created.Select(context.Application.ContainerOf).Where(context.Observation.ForeignNames.Contains))
        {
            yield return new Refusal(
                $"a container called {name} is there that is none of {context.Application.Name}", $"docker rename {name} NAME gives it another");
        }
    }
}

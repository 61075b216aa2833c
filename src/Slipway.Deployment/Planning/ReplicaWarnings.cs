namespace Slipway.Deployment.Planning;

/// <summary>Says what is different for replicas that the engine starts one by one.</summary>
internal static class ReplicaWarnings
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context) => context.Changing
        .Where(s => s.Replicas is not null && context.Application.Compose.Find(s.Name)!.HasHooks)
        .Select(s => $"the hooks of {s.Name} (post_start, pre_stop) are not run: its replicas are started and stopped by the engine, which knows none");
}

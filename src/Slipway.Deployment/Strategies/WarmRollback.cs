using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Strategies;

/// <summary>Finds what a rollback to the warm slots changes: the services that the newest release replaced, and no other. Pure.</summary>
internal static class WarmRollback
{
    /// <summary>Turns what a deployment would be planned from into what the rollback is planned from.</summary>
    /// <param name="context">What a deployment would be planned from.</param>
    /// <returns>The same, with the services that go back as the only ones that change.</returns>
    /// <exception cref="SlipwayException">There is nothing to go back to, or the schema forbids it (<see cref="ExitCode.NoRollback"/>).</exception>
    public static PlanningContext Of(PlanningContext context)
    {
        var services = ToRollBack(context);
        if (services.Count == 0)
        {
            throw NoRollback(context, $"{context.Application.Name} has no release before this one in a slot");
        }

        if (services.Select(s => WhyNot(context, s)).FirstOrDefault(r => r is not null) is { } reason)
        {
            throw NoRollback(context, reason);
        }

        var release = services[0].Occupant!.Release ?? context.Release;
        return context with
        {
            Release = release,
            Services =
            [
                .. context.Services.Select(service => services.Contains(service)
                    ? service with { Changes = true, Reason = $"back to {release}" }
                    : service with { Changes = false, Reason = "unchanged" }),
            ],
            Environment = EnvironmentChange.None,
            Schema = context.Schema with { Pending = [] },
        };
    }

    /// <summary>The release that a rollback would lead to at once; null when it would not.</summary>
    /// <param name="context">What a deployment would be planned from.</param>
    /// <returns>Its name.</returns>
    public static string? Release(PlanningContext context) =>
        ToRollBack(context) is { Count: > 0 } services && services.All(s => WhyNot(context, s) is null) ? services[0].Occupant!.Release : null;

    // The services that the newest release replaced; others keep what they run.
    private static List<ServiceChange> ToRollBack(PlanningContext context)
    {
        var running = context.Services.Where(s => s is { Active: not null, Incumbent.Release: not null }).ToList();
        var newest = running.OrderByDescending(s => s.Incumbent!.Created).FirstOrDefault()?.Incumbent!.Release;
        return [.. running.Where(s => s.Incumbent!.Release == newest && s.Occupant is not null)];
    }

    private static string? WhyNot(PlanningContext context, ServiceChange service)
    {
        var warm = service.Occupant!;
        if (StrategyList.All.Single(s => s == service.Settings.Strategy).WhyNotWarm(service) is { } cold)
        {
            return cold;
        }

        // One that is still at work has the lock, which is refusal enough.
        var (now, purpose) = (context.Observation.Engine.Now, LeaseObservation.PurposeOf(RunAction.Deploy, warm.Release ?? "?"));
        return context.Observation.Leases.Any(l => l.Purpose == purpose && !l.IsAlive(now))
            ? $"the deployment of {warm.Release}, which is in the other slot, did not end: it never served"
            : SchemaCompatibility.Refusal(context.Observation, warm.Labels, service.Incumbent!.Labels, warm.Release ?? "?");
    }

    private static SlipwayException NoRollback(PlanningContext context, string reason)
    {
        var kept = KeptReleases.Complete(context).Where(r => context.Services.All(s => s.Incumbent?.Release != r)).ToList();
        return new SlipwayException(
            ExitCode.NoRollback,
            $"no rollback: {reason}",
            kept.Count > 0
                ? $"these releases are kept and can be started again with --release=NAME: {string.Join(", ", kept)}"
                : "deploy a good release instead");
    }
}

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
    /// <exception cref="SlipwayException">
    /// There is nothing to go back to, or the schema forbids it (<see cref="ExitCode.NoRollback"/>), or somebody is at work (<see cref="ExitCode.Locked"/>).
    /// </exception>
    public static PlanningContext Of(PlanningContext context)
    {
        var services = ToRollBack(context);
        if (services.Count == 0)
        {
            throw NoRollback(context, $"{context.Application.Name} has no release before this one in a slot");
        }

        if (Reasons(context, services).FirstOrDefault() is { } reason)
        {
            throw NoRollback(context, reason);
        }

        var release = services[0].Before ?? context.Release;
        return context with
        {
            Release = release,
            Services =
            [
                .. context.Services.Select(service => services.Contains(service)
                    ? service with { Changes = true, Reason = $"back to {service.Before ?? release}", Replicas = service.Replicas?.Back() }
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
        ToRollBack(context) is { Count: > 0 } services && !Reasons(context, services).Any() ? services[0].Before : null;

    /// <summary>Which services stay at the newest release although others go back.</summary>
    /// <param name="context">What a rollback is planned from.</param>
    /// <returns>A sentence each.</returns>
    public static IEnumerable<string> Warnings(PlanningContext context) => context.Services
        .Where(s => s is { Changes: false, Replicas.Warm.Count: 0 } && s.Incumbent?.Release is { } release && release == Newest(context))
        .Select(s => $"{s.Name} stays at {s.Incumbent!.Release}: it was not there before");

    // The services that the newest release replaced; others keep what they run.
    private static List<ServiceChange> ToRollBack(PlanningContext context)
    {
        var newest = Newest(context);
        return [.. Running(context).Where(s => s.Incumbent!.Release == newest && (s.Occupant is not null || s.Replicas?.Warm.Count > 0))];
    }

    private static string? Newest(PlanningContext context) =>
        Running(context).OrderByDescending(s => s.Incumbent!.Created).FirstOrDefault()?.Incumbent!.Release;

    private static IEnumerable<ServiceChange> Running(PlanningContext context) =>
        context.Services.Where(s => s.Incumbent?.Release is not null && (s.Active is not null || s.Replicas is not null));

    private static IEnumerable<string> Reasons(PlanningContext context, IReadOnlyList<ServiceChange> services) =>
        services.Select(s => WhyNot(context, s)).Concat(Lost(context)).OfType<string>();

    // One that is new in the newest release has nothing before it, and may stay; of others something is gone.
    private static IEnumerable<string> Lost(PlanningContext context) => Running(context)
        .Where(s => s.Replicas is { Warm.Count: 0 } && s.Incumbent!.Release == Newest(context))
        .Where(s => KeptReleases.HasAny(context, s.Name, except: s.Incumbent!.Release))
        .Select(s => $"the replicas of {s.Name} that worked before {s.Incumbent!.Release} are gone");

    private static string? WhyNot(PlanningContext context, ServiceChange service)
    {
        var warm = service.Replicas?.Warm[^1] ?? service.Occupant!;
        if (StrategyList.All.Single(s => s == service.Settings.Strategy).WhyNotWarm(service) is { } cold)
        {
            return cold;
        }

        // One that is still at work has the lock, which is refusal enough. A release that served before may have been started anew.
        var (now, purpose) = (context.Observation.Engine.Now, LeaseObservation.PurposeOf(RunAction.Deploy, warm.Release ?? "?"));
        if (context.Observation.Leases.Any(l => l.Purpose == purpose && !l.IsAlive(now)))
        {
            return $"the deployment of {warm.Release}, which is in the other slot, did not end: it never served";
        }

        return warm.Release is { } release && ServedReleases.Contains(context, release)
            ? SchemaCompatibility.Refusal(context.Observation, warm.Labels, service.Incumbent!.Labels, release)
            : $"{warm.Release ?? warm.Name}, which is in the other slot, never served";
    }

    private static SlipwayException NoRollback(PlanningContext context, string reason)
    {
        // What somebody is just deploying has not served yet: that is the reason, and it passes.
        if (context.Observation.Leases.FirstOrDefault(l => l.IsAlive(context.Observation.Engine.Now)) is { } lease)
        {
            return lease.Refusal(context.Application.Name);
        }

        var kept = ColdRollback.Possible(context);
        return new SlipwayException(
            ExitCode.NoRollback,
            $"no rollback: {reason}",
            kept.Count > 0
                ? $"these releases are kept and can be started again with --release=NAME: {string.Join(", ", kept)}"
                : "deploy a good release instead");
    }
}

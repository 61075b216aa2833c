using Slipway.Compose.Roles;
using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Jobs;

/// <summary>Says which jobs of the compose file a deployment does not run as compose would.</summary>
internal static class JobWarnings
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context)
    {
        var (application, compose) = (context.Application, context.Application.Compose);
        var jobs = application.Jobs.ToHashSet(StringComparer.Ordinal);
        foreach (var service in compose.Services.Where(s => !jobs.Contains(s.Name) && !application.Settings.Services.ContainsKey(s.Name)))
        {
            if (service.Replicas > 0 && JobSigns.Waiting(compose, service) is { } waiting)
            {
                yield return $"{waiting} waits for the end of {service.Name}, which is behind the profile {service.Profiles[0]} and is not run: "
                    + $"COMPOSE_PROFILES in .env, or {service.Name}: {{strategy: job}} in slipway.yaml, lets each release run it";
            }
        }

        foreach (var job in context.DueJobs)
        {
            foreach (var released in compose.Find(job.Name)!.DependsOn.Where(d => application.Released.Any(r => r.Name == d.Service)))
            {
                yield return $"{job.Name} waits for {released.Service}, which this release starts only after it: what it meets is the release before";
            }
        }
    }
}

using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Strategies;

/// <summary>Whether a release whose images are kept can be started again. Pure.</summary>
internal static class ColdRollback
{
    /// <summary>The releases that have served, are not just what runs now, and can live with the schema.</summary>
    /// <param name="context">What is known.</param>
    /// <returns>Their names, newest first.</returns>
    public static IReadOnlyList<string> Possible(PlanningContext context) =>
        [.. KeptReleases.Others(context).Where(r => !WhyNot(context, r, context.Services).Any())];

    /// <summary>Lets only such a plan pass.</summary>
    /// <param name="plan">The plan of the deployment of a kept release.</param>
    /// <exception cref="SlipwayException">Preflight refuses, or the schema forbids it (<see cref="ExitCode.NoRollback"/>).</exception>
    public static void Demand(DeploymentPlan plan)
    {
        var context = plan.Context;
        var refusals = plan.Refusals.Select(r => $"{r.Message} ({r.Remedy})").ToList();
        refusals.AddRange(WhyNot(context, context.Release, context.Changing));
        if (refusals.Count > 0)
        {
            throw new SlipwayException(ExitCode.NoRollback, $"no rollback: {string.Join("; ", refusals.Distinct())}");
        }
    }

    private static IEnumerable<string> WhyNot(PlanningContext context, string release, IEnumerable<ServiceChange> services) =>
        from service in services
        where service.Incumbent is not null
        let image = context.Observation.Images.GetValueOrDefault(ChangeFinder.ReleaseTag(context.Application.Name, service.Name, release))
        where image is not null
        let refusal = SchemaCompatibility.Refusal(context.Observation, image.Labels, service.Incumbent!.Labels, release)
        where refusal is not null
        select refusal;
}

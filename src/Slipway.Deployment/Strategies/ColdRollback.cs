using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Strategies;

/// <summary>Whether a release whose images are kept can be started again. Pure.</summary>
internal static class ColdRollback
{
    /// <summary>Lets only such a plan pass.</summary>
    /// <param name="plan">The plan of the deployment of a kept release.</param>
    /// <exception cref="SlipwayException">Preflight refuses, or the schema forbids it (<see cref="ExitCode.NoRollback"/>).</exception>
    public static void Demand(DeploymentPlan plan)
    {
        var context = plan.Context;
        var refusals = plan.Refusals.Select(r => $"{r.Message} ({r.Remedy})").ToList();
        foreach (var service in context.Changing.Where(s => s.Incumbent is not null))
        {
            var image = context.Observation.Images.GetValueOrDefault(ChangeFinder.ReleaseTag(context.Application.Name, service.Name, context.Release));
            if (image is not null && SchemaCompatibility.Refusal(context.Observation, image.Labels, service.Incumbent!.Labels, context.Release) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        if (refusals.Count > 0)
        {
            throw new SlipwayException(ExitCode.NoRollback, $"no rollback: {string.Join("; ", refusals.Distinct())}");
        }
    }
}

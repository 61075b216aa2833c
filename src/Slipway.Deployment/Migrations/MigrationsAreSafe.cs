using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Preflight;

namespace Slipway.Deployment.Migrations;

/// <summary>Pending migrations can be applied, and leave the running release what it uses.</summary>
internal sealed class MigrationsAreSafe : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        foreach (var problem in context.Schema.Problems)
        {
            yield return new Refusal(problem, "mend the migrations first");
        }

        if (context.Schema.Pending is null && !context.Observation.Schema.ComesLater)
        {
            yield return new Refusal(
                $"which migrations are pending can't be known: {context.Observation.Schema.WhyUnknown}",
                "let the database answer first: what a migration takes away can't be checked, nor can it be dumped");
        }

        var someoneServes = context.Services.Any(s => s.Incumbent is { IsAlive: true } || s.Replicas?.Working.Count > 0);
        if (someoneServes && !context.Request.AllowContracting && !context.Request.Kept)
        {
            foreach (var contraction in context.Schema.Contracting)
            {
                yield return new Refusal(
                    $"{contraction}, which the running release may still use",
                    "first deploy code that does without it, then the migration; or accept errors with --allow-contracting");
            }
        }
    }
}

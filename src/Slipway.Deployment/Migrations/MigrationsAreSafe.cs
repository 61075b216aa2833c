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

        var someoneServes = context.Services.Any(s => s.Incumbent is { IsRunning: true });
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

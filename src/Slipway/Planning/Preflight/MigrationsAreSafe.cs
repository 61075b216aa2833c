namespace Slipway.Planning.Preflight;

/// <summary>Pending migrations can be applied, and leave the running release what it uses.</summary>
internal sealed class MigrationsAreSafe : IPreflightRule
{
    public IEnumerable<Refusal> Check(DeploymentInputs inputs)
    {
        foreach (var problem in inputs.Schema.Problems)
        {
            yield return new Refusal(problem, "mend the migrations first");
        }

        var someoneServes = inputs.Services.Any(s => s.Incumbent is { IsRunning: true });
        if (someoneServes && !inputs.Request.AllowContracting && !inputs.Request.Kept)
        {
            foreach (var contraction in inputs.Schema.Contracting)
            {
                yield return new Refusal(
                    $"{contraction}, which the running release may still use",
                    "first deploy code that does without it, then the migration; or accept errors with --allow-contracting");
            }
        }
    }
}

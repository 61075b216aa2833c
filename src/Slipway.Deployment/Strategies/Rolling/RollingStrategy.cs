using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Rolling;

/// <summary>Replicas are replaced one after the other: one new one more, then one old one less.</summary>
internal sealed class RollingStrategy : ReleaseStrategy
{
    public override string Name => "rolling";

    public override bool HasReplicas => true;

    internal override IEnumerable<Step> Switch(PlanningContext context)
    {
        foreach (var name in Changing(context).Select(s => s.Name))
        {
            var wanted = context.Application.Compose.Find(name)!.Replicas;
            var old = context.Observation.Of(name).OrderBy(c => c.Created).Select(c => c.Name).ToList();
            foreach (var replica in old)
            {
                yield return Scale(context, name, old.Count + 1);
                yield return new CommandStep(context.Docker.Stop([replica])) { Purpose = "one old replica less" };
                yield return new CommandStep(context.Docker.Remove([replica])) { Purpose = "one old replica less" };
            }

            if (old.Count != wanted)
            {
                yield return Scale(context, name, wanted);
            }
        }
    }

    private static CommandStep Scale(PlanningContext context, string name, int replicas) =>
        new(context.Compose.Scale(name, replicas)) { Purpose = "replicas", Timeout = TimeSpan.FromMinutes(10) };
}

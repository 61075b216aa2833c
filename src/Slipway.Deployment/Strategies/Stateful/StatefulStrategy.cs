using Slipway.Deployment.Backups;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies.Stateful;

/// <summary>Data: created once, then left alone unless its definition changed and the user consents.</summary>
internal sealed class StatefulStrategy : ReleaseStrategy
{
    public override string Name => "stateful";

    public override bool HoldsData => true;

    internal override IEnumerable<Step> Provide(PlanningContext context)
    {
        foreach (var dump in DatabaseBackup.BeforeReplacement(context))
        {
            yield return dump;
        }

        foreach (var join in context.Environment.Joins)
        {
            yield return new CommandStep(context.Docker.Connect(join.Network, join.Container, join.Aliases, join.Address))
            {
                Purpose = "back onto its network",
            };
        }

        var paused = context.Environment.Start.SelectMany(context.Observation.Of).Where(c => c.State == "paused").ToList();
        foreach (var container in paused)
        {
            yield return ContainerStep.Unpause(container.Name, "stateful services");
        }

        var starting = context.Environment.Start.Where(s => paused.All(c => c.ComposeService != s)).ToLookup(s => context.Observation.Of(s).Any());
        foreach (var (services, keep) in new[] { (starting[false].Concat(context.Environment.Replace).ToList(), false), (starting[true].ToList(), true) })
        {
            if (services.Count > 0)
            {
                yield return new CommandStep(context.Docker.UpAndWait(context.Compose, services, keep))
                {
                    Purpose = "stateful services",
                    Timeout = TimeSpan.FromMinutes(15),
                };
            }
        }
    }
}

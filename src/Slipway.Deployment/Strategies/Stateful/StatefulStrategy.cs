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
        List<string> services = [.. context.Environment.Start, .. context.Environment.Replace];
        if (services.Count > 0)
        {
            yield return new CommandStep(context.Docker.UpAndWait(context.Compose, services))
            {
                Purpose = "stateful services",
                Timeout = TimeSpan.FromMinutes(15),
            };
        }
    }
}

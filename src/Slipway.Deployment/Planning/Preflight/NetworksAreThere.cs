namespace Slipway.Deployment.Planning.Preflight;

/// <summary>The networks that the compose file takes from elsewhere are on the engine.</summary>
internal sealed class NetworksAreThere : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var (compose, there) = (context.Application.Compose, context.Observation.Networks.Select(n => n.Name).ToHashSet(StringComparer.Ordinal));
        var used = compose.Services.Where(compose.Runs).SelectMany(s => s.Networks).Select(n => n.Network).ToHashSet(StringComparer.Ordinal);
        foreach (var network in compose.Networks.Where(n => n.External && used.Contains(n.Key) && !there.Contains(n.RealName)))
        {
            yield return new Refusal(
                $"the engine has no network {network.RealName}, which the compose file says is made elsewhere (external)",
                $"start what makes it first, or create it: docker network create {network.RealName}");
        }
    }
}

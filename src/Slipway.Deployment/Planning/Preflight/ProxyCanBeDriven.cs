using Slipway.Deployment.Planning.Gateways;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>The proxy that runs is of the kind that slipway.yaml names.</summary>
internal sealed class ProxyCanBeDriven : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var proxy = context.Application.Settings.Proxy;
        foreach (var change in context.Environment.Gateways.Where(g => g.Action == GatewayAction.Refused))
        {
            yield return new Refusal(
                $"the proxy {change.Gateway.Service} runs, and {change.Reason}",
                $"--consent={proxy!.Service} replaces it, which interrupts traffic for a second or more");
        }
    }
}

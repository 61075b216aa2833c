using Slipway.Traffic.Canaries;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>A part of the requests can be sent only by a proxy, and only by one that can.</summary>
internal sealed class CanariesAreServed : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        foreach (var service in application.Settings.Services.Values.Where(s => s.Canary is not null))
        {
            if (!service.Strategy.IsBehindProxy)
            {
                yield return new ConfigurationProblem(
                    service.CanaryPlace, $"service \"{service.Name}\" is {service.Strategy.Name}, and only what is blue-green can have a canary");
            }
            else if (application.Settings.Proxy is { Kind: not ISharesRequests } proxy)
            {
                yield return new ConfigurationProblem(service.CanaryPlace, $"{proxy.Kind.Name} can't send a part of the requests elsewhere");
            }
        }
    }
}

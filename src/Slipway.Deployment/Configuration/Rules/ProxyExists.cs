namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The proxy is a service of the compose files, unless Slipway adds it, and no slot of another strategy.</summary>
internal sealed class ProxyExists : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is not { } proxy)
        {
            yield break;
        }

        var exists = application.Compose.Find(proxy.Service) is not null;
        if (!exists && !proxy.Added)
        {
            yield return new ConfigurationProblem(
                proxy.Place, $"the compose file has no service \"{proxy.Service}\" to be the proxy", ServicesExist.Suggest(application, proxy.Service));
        }

        if (exists && proxy.Added)
        {
            yield return new ConfigurationProblem(proxy.Place, $"Slipway would add a service \"{proxy.Service}\", but the compose file has one of that name");
        }

        if (application.Settings.Services.ContainsKey(proxy.Service))
        {
            yield return new ConfigurationProblem(proxy.Place, $"\"{proxy.Service}\" is the proxy and can't have a strategy as well");
        }
    }
}

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The user's own front is a service of the compose files that Slipway neither replaces nor configures.</summary>
internal sealed class FrontExists : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is not { Behind: { } front } proxy)
        {
            yield break;
        }

        if (application.Compose.Find(front) is null)
        {
            yield return new ConfigurationProblem(
                proxy.Place, $"the compose file has no service \"{front}\" to be behind", ServicesExist.Suggest(application, front));
        }

        if (!proxy.Added)
        {
            yield return new ConfigurationProblem(
                proxy.Place, $"the proxy can't be behind \"{front}\" and the service \"{proxy.Service}\" as well", "name an image instead of a service");
        }

        if (application.Settings.Services.GetValueOrDefault(front) is { Strategy.HoldsData: false })
        {
            yield return new ConfigurationProblem(
                proxy.Place,
                $"\"{front}\" is the front, which stays as it is, and can't have a strategy that replaces it",
                "leave it out, or make it stateful");
        }
    }
}

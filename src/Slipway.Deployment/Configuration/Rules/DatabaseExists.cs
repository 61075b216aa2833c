namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The database is a service of the compose files, and stateful.</summary>
internal sealed class DatabaseExists : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Database is not { } database)
        {
            yield break;
        }

        if (application.Compose.Find(database.Service) is null)
        {
            yield return new ConfigurationProblem(
                database.Place, $"the compose file has no service \"{database.Service}\"", ServicesExist.Suggest(application, database.Service));
        }

        if (application.Settings.Services.TryGetValue(database.Service, out var service) && !service.Strategy.HoldsData)
        {
            yield return new ConfigurationProblem(service.Place, $"the database \"{database.Service}\" must be stateful");
        }
    }
}

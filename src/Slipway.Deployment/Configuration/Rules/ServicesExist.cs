namespace Slipway.Deployment.Configuration.Rules;

/// <summary>Every service of slipway.yaml is one of the compose files.</summary>
internal sealed class ServicesExist : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application) =>
        application.Settings.Services.Values
            .Where(s => application.Compose.Find(s.Name) is null)
            .Select(s => new ConfigurationProblem(s.Place, $"the compose file has no service \"{s.Name}\"", Suggest(application, s.Name)));

    internal static string? Suggest(Application application, string name) =>
        NearestName.Suggest(name, application.Compose.Services.Select(s => s.Name));
}

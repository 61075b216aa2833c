namespace Slipway.Deployment.Configuration.Rules;

/// <summary>Migrations name a service with slots, a folder that exists, and a database.</summary>
internal sealed class MigrationsExist : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Migrations is not { } migrations)
        {
            yield break;
        }

        if (!application.Slotted.Any(s => s.Name == migrations.Service))
        {
            yield return new ConfigurationProblem(
                migrations.Place,
                $"migrations name the service \"{migrations.Service}\", which is neither blue-green nor handoff",
                NearestName.Suggest(migrations.Service, application.Slotted.Select(s => s.Name)));
        }

        if (!Directory.Exists(Path.Combine(application.Settings.Folder, migrations.Folder)))
        {
            yield return new ConfigurationProblem(migrations.Place, $"the folder \"{migrations.Folder}\" of the migrations does not exist");
        }

        if (application.Settings.Database is null)
        {
            yield return new ConfigurationProblem(migrations.Place, "migrations need \"database\", so that Slipway can see what is pending");
        }
    }
}

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>
/// The files of configs and secrets are there, and nobody asks for less than no replica: compose would only say so when the first container that
/// gets one is made.
/// </summary>
internal sealed class FilesExist : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        var first = Path.Combine(application.Settings.Folder, application.Settings.ComposeFiles[0]);
        var place = new Place(Path.GetRelativePath(Directory.GetCurrentDirectory(), first));
        foreach (var service in application.Compose.Services)
        {
            if (service.Replicas < 0)
            {
                yield return new ConfigurationProblem(place, $"service \"{service.Name}\" can't have {service.Replicas} replicas");
            }

            foreach (var (kind, name, path, _) in application.Compose.Runs(service) ? application.Compose.FilesOf(service) : [])
            {
                if (!Path.Exists(Path.Combine(application.Settings.Folder, path)))
                {
                    yield return new ConfigurationProblem(
                        place, $"the {kind} \"{name}\" of service \"{service.Name}\" is the file {path}, which does not exist");
                }
            }
        }
    }
}

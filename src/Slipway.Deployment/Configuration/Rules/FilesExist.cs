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
        var negative = application.Compose.Services.Where(s => s.Replicas < 0)
            .Select(s => $"service \"{s.Name}\" can't have {s.Replicas} replicas");
        var missing = application.Compose.Services.Where(application.Compose.Runs)
            .SelectMany(s => application.Compose.FilesOf(s), (service, file) => (service.Name, File: (file.Kind, file.Name, file.Path)))
            .Where(use => !Path.Exists(Path.Combine(application.Settings.Folder, use.File.Path)))
            .GroupBy(use => use.File, use => $"\"{use.Name}\"")
            .Select(uses => $"the {uses.Key.Kind} \"{uses.Key.Name}\" of {string.Join(", ", uses)} is the file {uses.Key.Path}, which does not exist");
        return negative.Concat(missing).Select(message => new ConfigurationProblem(place, message));
    }
}

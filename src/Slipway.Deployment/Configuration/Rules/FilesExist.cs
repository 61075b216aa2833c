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
            .SelectMany(s => application.Compose.FilesOf(s), (s, f) => (s.Name, File: (f.Kind, f.Name, f.Path)))
            .Where(u => !Path.Exists(Path.Combine(application.Settings.Folder, u.File.Path)))
            .GroupBy(u => u.File, u => $"\"{u.Name}\"")
            .Select(u => $"the {u.Key.Kind} \"{u.Key.Name}\" of {string.Join(", ", u)} is the file {u.Key.Path}, which does not exist");
        return negative.Concat(missing).Select(m => new ConfigurationProblem(place, m));
    }
}

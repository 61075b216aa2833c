using System.Text.RegularExpressions;
using Slipway.Compose.Files;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The variables that secrets come from are set: compose would only say so when the first container that gets one starts.</summary>
internal sealed class SecretsAreSet : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        var variables = ProjectVariables.Read(n => Text(Path.Combine(application.Settings.Folder, n)));
        return application.Compose.Secrets
            .Where(s => s.Value.Variable is { } variable && string.IsNullOrEmpty(variables(variable)))
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(secret => new ConfigurationProblem(
                ComposePlace.Of(application.Settings, $@"\benvironment:\s*[""']?{Regex.Escape(secret.Value.Variable!)}\b"),
                $"the secret \"{secret.Key}\" is the variable {secret.Value.Variable}, which is not set",
                $"set {secret.Value.Variable} in the environment of Slipway, or in {DotEnv.FileName}"));
    }

    private static string? Text(string path) => File.Exists(path) && TextFile.WhyNot(path) is null ? File.ReadAllText(path) : null;
}

namespace Slipway.Graph.Output.Folding;

/// <summary>Tells from the environment variables that each CI service documents which one the process runs on.</summary>
internal static class FoldDetector
{
    public static IFoldMarkers? Detect(Func<string, string?> variable)
    {
        if (variable("GITHUB_ACTIONS") == "true")
        {
            return new GitHubFolds();
        }

        if (variable("GITLAB_CI") == "true")
        {
            return new GitLabFolds();
        }

        if (string.Equals(variable("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return new AzureFolds();
        }

        return string.IsNullOrEmpty(variable("TEAMCITY_VERSION")) ? null : new TeamCityFolds();
    }
}

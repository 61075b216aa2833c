namespace Slipway.Graph.Output.Folding;

/// <summary>https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Grouping log lines".</summary>
internal sealed class GitHubFolds : IFoldMarkers
{
    public string Open(string task, DateTimeOffset at) => $"::group::{task}\n";

    public string Close(string task, DateTimeOffset at) => "::endgroup::\n";
}

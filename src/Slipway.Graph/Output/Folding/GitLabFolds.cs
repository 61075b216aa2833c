using System.Globalization;
using System.Text;

namespace Slipway.Graph.Output.Folding;

/// <summary>https://docs.gitlab.com/ci/jobs/job_logs, "Custom collapsible sections".</summary>
internal sealed class GitLabFolds : IFoldMarkers
{
    public string Open(string task, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"\e[0Ksection_start:{at.ToUnixTimeSeconds()}:{Id(task)}[collapsed=true]\r\e[0K{task}\n");

    public string Close(string task, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"\e[0Ksection_end:{at.ToUnixTimeSeconds()}:{Id(task)}\r\e[0K\n");

    // A section's name may hold letters, digits, '_', '.' and '-' only.
    private static string Id(string task)
    {
        var id = new StringBuilder(task.Length);
        foreach (var c in task)
        {
            id.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? char.ToLowerInvariant(c) : '_');
        }

        return id.ToString();
    }
}

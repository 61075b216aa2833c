using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;
using Slipway.Linting.Files;
using Slipway.Linting.History;

namespace Slipway.Linting.Forecasts;

/// <summary>Forecasts the builds of Dockerfiles from the history of the application.</summary>
/// <param name="history">What git knows.</param>
/// <param name="times">How long steps take.</param>
/// <param name="commits">How many commits are replayed.</param>
internal sealed class Forecaster(GitHistory history, StepTimes times, int commits)
{
    /// <summary>Forecasts a file.</summary>
    /// <returns>The forecast; null when there is no history.</returns>
    public FileForecast? Of(LintedDockerfile file)
    {
        // One more than asked for: the first one fills the cache.
        var commitsOfContext = history.Commits(file.Place.Context, commits + 1);
        if (commitsOfContext.Count < 2)
        {
            return null;
        }

        var outcome = file.Fix();
        return new FileForecast(
            file.Source,
            HistoryForecast.PerMonth(commitsOfContext),
            Replay(file, commitsOfContext, file.Source, file.Build.Ignore ?? IgnoreFile.Empty),
            outcome.Changes ? Replay(file, commitsOfContext, outcome.After, Ignore(file, outcome)) : null);
    }

    /// <summary>The ignore file after the fixes.</summary>
    public static IgnoreFile Ignore(LintedDockerfile file, FixOutcome outcome) =>
        outcome.Files.FirstOrDefault(f => f.Path == file.Build.IgnorePath) is { } created
            ? IgnoreFile.Parse(created.Content)
            : file.Build.Ignore ?? IgnoreFile.Empty;

    private HistoryForecast Replay(LintedDockerfile file, IReadOnlyList<Commit> replayed, SourceText source, IgnoreFile ignore)
    {
        var dockerfile = Dockerfile.Parse(source);
        return HistoryForecast.Of(c => new BuildSubject(dockerfile, ignore) { Arguments = Arguments(file.Place, c) }, replayed, times);
    }

    // What names the release is another value for each commit.
    private static Dictionary<string, string> Arguments(DockerfilePlace place, Commit commit) =>
        place.Arguments.ToDictionary(
            a => a.Key, a => place.Given.Contains(a.Key) && VersionArguments.Contains(a.Key) ? commit.Id : a.Value, StringComparer.Ordinal);
}

using Slipway.Deployment.Images;
using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Progress;
using Slipway.Dockerfiles.Syntax;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Findings.Fixing;
using Slipway.Linting.Files;

namespace Slipway.Linting.Verification;

/// <summary>Builds a Dockerfile before and after its fixes on the engine, and replays the two changes that most commits are made of.</summary>
/// <param name="commands">The seam to docker.</param>
/// <param name="times">Remembers how long steps took.</param>
internal sealed class BuildVerification(ICommandRunner commands, StepTimesFile times, TimeProvider clock)
{
    /// <summary>Builds. Images are not kept and nothing of the application is changed: copies of its build context are built.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="outcome">Its fixes.</param>
    /// <param name="cancellation">Ends the builds.</param>
    /// <returns>A build for each kind of change that the Dockerfile knows.</returns>
    /// <exception cref="SlipwayException">A build failed, or there is no engine.</exception>
    public async Task<IReadOnlyList<VerifiedBuild>> RunAsync(LintedDockerfile file, FixOutcome outcome, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-verify-").FullName;
        try
        {
            var before = BuildCopy.Make(Path.Combine(folder, "before"), file, outcome.Before.ToBytes(), ignore: null);
            var after = BuildCopy.Make(
                Path.Combine(folder, "after"), file, outcome.After.ToBytes(), outcome.Files.FirstOrDefault(f => f.Path == file.Build.IgnorePath)?.Content);
            await BuildAsync(before, cancellation);
            await BuildAsync(after, cancellation);

            var changes = TypicalChanges.Of(Dockerfile.Parse(file.Source), file.Build);
            var builds = new List<VerifiedBuild>();
            foreach (var (kind, changed) in new[] { ("source", changes.Source), ("dependency", changes.Dependencies) })
            {
                if (changed is not null)
                {
                    builds.Add(await ReplayAsync(kind, changed, before, after, cancellation));
                }
            }

            return builds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<VerifiedBuild> ReplayAsync(string kind, string changed, BuildCopy before, BuildCopy after, CancellationToken cancellation)
    {
        // Blank lines at the end mean nothing to nearly all programs; how many blanks they have is new each time, so that no cache knows them.
        var blanks = string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => new string(' ', b % 16) + "\n"));
        before.Append(changed, blanks);
        after.Append(changed, blanks);
        var (stepsBefore, secondsBefore) = await BuildAsync(before, cancellation);
        var (stepsAfter, secondsAfter) = await BuildAsync(after, cancellation);
        return new VerifiedBuild(kind, changed, stepsBefore, secondsBefore, stepsAfter, secondsAfter);
    }

    private async Task<(IReadOnlyList<BuildStep> Steps, double Seconds)> BuildAsync(BuildCopy copy, CancellationToken cancellation)
    {
        var (progress, began) = (new BuildProgress(), clock.GetTimestamp());
        var outcome = await commands.RunAsync(copy.Command, progress.Read, cancellation);
        if (outcome.ExitCode != 0)
        {
            throw new SlipwayException(
                ExitCode.Failed, $"{copy.Name} does not build: {string.Join(Environment.NewLine + "  ", outcome.LastErrors)}",
                "mend the build, then ask again; the application was not changed");
        }

        times.Remember(progress.Steps);
        return (progress.Steps, clock.GetElapsedTime(began).TotalSeconds);
    }
}

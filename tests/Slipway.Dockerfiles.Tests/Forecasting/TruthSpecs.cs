using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Progress;
using Slipway.Testing;
using Slipway.Testing.Engine;

namespace Slipway.Dockerfiles.Tests.Forecasting;

/// <summary>What is forecast against what the engine does, commit by commit.</summary>
public sealed class TruthSpecs(ITestOutputHelper output)
{
    [Fact]
    public async Task At_least_98_of_100_steps_are_forecast_right()
    {
        await BuildOnceAsync();

        var results = await Task.WhenAll(ReplayAsync("one stage", Histories.OneStage), ReplayAsync("stages", Histories.Stages), ReplayAsync("details", Histories.Details));

        var (commits, steps, right) = (results.Sum(r => r.Commits), results.Sum(r => r.Steps), results.Sum(r => r.Right));
        output.WriteLine($"{commits} commits of {results.Length} repositories, {right} of {steps} steps right");
        commits.ShouldBeGreaterThanOrEqualTo(50);
        (right / (double)steps).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    // An engine that has never built on the base image, and is asked for three such builds at once, was seen to build again what it
    // had built, for some twenty builds.
    private static async Task BuildOnceAsync()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", $"FROM {Images.Prefix}/busybox:stable\nRUN true\n");
        await BuildAsync(folder.Path);
    }

    private static async Task<string> BuildAsync(string folder) =>
        (await Docker.TryAsync(["build", "--progress=plain", "--output=type=cacheonly", "."], folder)).ShouldHaveEndedWith(0).Text;

    private async Task<(int Commits, int Steps, int Right)> ReplayAsync(string name, IReadOnlyList<Action<Fixture>> history)
    {
        using var folder = new TemporaryFolder();
        var (fixture, cache, steps, right) = (new Fixture(), new CacheForecast(), 0, 0);
        for (var commit = 0; commit < history.Count; commit++)
        {
            history[commit](fixture);
            fixture.WriteTo(folder.Path);
            var forecast = cache.Build(fixture.Subject, fixture.Tree).ShouldNotBeNull();
            var built = new BuildProgress();
            foreach (var line in (await BuildAsync(folder.Path)).Split('\n'))
            {
                built.Read(line);
            }

            var stages = Stages.StageReader.Read(fixture.Subject.File);
            foreach (var step in forecast)
            {
                var real = built.Steps.SingleOrDefault(s => s.Is(step.Step, stages));
                steps++;
                if (real?.IsCached == step.IsCached)
                {
                    right++;
                }
                else
                {
                    var truth = real is null ? "not seen" : InWords(real.IsCached);
                    output.WriteLine($"{name}, commit {commit}: [{step.Step.Stage}] {step.Step}: forecast {InWords(step.IsCached)}, in truth {truth}");
                }
            }
        }

        return (history.Count, steps, right);
    }

    private static string InWords(bool isCached) => isCached ? "cached" : "rebuilt";
}

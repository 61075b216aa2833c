using System.Collections.Concurrent;
using System.Text.Json;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Linting;

/// <summary>What Optimize writes is built on the engine beside what was there before.</summary>
public sealed class MendedFiles(SlipwayProgram program, ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-e2e-mended-");
    private readonly ConcurrentQueue<string> _tags = [];

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        if (!_tags.IsEmpty) RunningProgram.Start(["docker", "image", "rm", "-f", .. _tags]).Completion.Wait();
    }

    [Fact]
    public async Task Public_Dockerfiles_are_mended_into_ones_that_build_and_behave_alike()
    {
        var corpus = Environment.GetEnvironmentVariable("SLIPWAY_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(corpus) || !Directory.Exists(corpus), "SLIPWAY_CORPUS names no folder with the corpus: skipped");
        await StandIns.MakeAsync(program);
        var apps = Path.Combine(corpus!, "compose-apps");

        await CompareAsync([.. Directory.EnumerateFiles(apps, "Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal)], apps, Path.Combine(AppContext.BaseDirectory, "Fixtures", "sources"));
    }

    [Fact]
    public async Task The_samples_are_mended_into_ones_that_build_and_behave_alike()
    {
        var samples = Path.Combine(program.Repository, "samples");

        await CompareAsync([.. Directory.EnumerateFiles(samples, "Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal)], samples, null);
    }

    private async Task CompareAsync(IReadOnlyList<string> dockerfiles, string root, string? sources)
    {
        var (differences, images, mended) = (new ConcurrentQueue<string>(), 0, 0);
        await Parallel.ForEachAsync(dockerfiles, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = TestContext.Current.CancellationToken }, async (file, stop) =>
        {
            var name = Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
            var (before, after) = (await CopyAsync(file, name, "before", sources), await CopyAsync(file, name, "after", sources));
            if (!await MendAsync(after)) return;

            Interlocked.Increment(ref mended);
            foreach (var stage in StandIns.Leaves(await File.ReadAllTextAsync(file, stop)))
            {
                var (was, isNow) = (await BuiltImage.LookAtAsync(await BuildAsync(before, stage)), await BuiltImage.LookAtAsync(await BuildAsync(after, stage)));
                Interlocked.Increment(ref images);
                if (was.Against(isNow).ToList() is { Count: > 0 } lines) differences.Enqueue($"{name}, stage {stage ?? "last"}\n{string.Join('\n', lines)}\n{await File.ReadAllTextAsync(Path.Combine(after, "Dockerfile"), stop)}");
            }
        });

        output.WriteLine($"{dockerfiles.Count} files, {mended} mended, {images} images of theirs built before and after");
        differences.ShouldBeEmpty();
        mended.ShouldBeGreaterThan(0);
    }

    private async Task<string> CopyAsync(string file, string name, string when, string? sources)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, name.Replace('/', '-'), when)).FullName;
        foreach (var from in new[] { sources, Path.GetDirectoryName(file) }.OfType<string>())
            (await RunningProgram.RunAsync(["cp", "-r", from + "/.", folder])).ShouldHaveEndedWith(0);

        // The frontend that the first line asks for is an image that can't be had here; the engine has one of its own.
        var copy = Path.Combine(folder, "Dockerfile");
        var lines = await File.ReadAllLinesAsync(copy);
        if (lines[0].StartsWith("# syntax", StringComparison.Ordinal)) await File.WriteAllTextAsync(copy, string.Join('\n', ["# The engine's own syntax", .. lines.Skip(1)]) + "\n");
        foreach (var compose in Directory.EnumerateFiles(folder, "*compose*")) File.Delete(compose);
        return folder;
    }

    private async Task<bool> MendAsync(string folder)
    {
        var answer = (await RunningProgram.RunAsync([.. program.Command, "--target=Optimize", "--apply", "--json", $"--app={folder}"])).ShouldHaveEndedWith(0);
        using var json = JsonDocument.Parse(answer.Output);
        return json.RootElement.GetProperty("files").EnumerateArray().Any(f => f.GetProperty("changes").GetBoolean());
    }

    private async Task<string> BuildAsync(string folder, string? stage)
    {
        var tag = $"{_folder.Name}:{Path.GetFileName(Path.GetDirectoryName(folder))}-{Path.GetFileName(folder)}-{stage ?? "last"}".ToLowerInvariant();
        _tags.Enqueue(tag);
        string[] target = stage is null ? [] : ["--target", stage];
        await Docker.RunAsync(["build", "-q", "-t", tag, "--build-arg", $"BASE={program.Images}/debian:bookworm-slim", .. target, .. StandIns.Arguments(await File.ReadAllTextAsync(Path.Combine(folder, "Dockerfile"))), folder]);
        return tag;
    }
}

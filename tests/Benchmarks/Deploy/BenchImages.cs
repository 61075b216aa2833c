namespace Benchmarks.Deploy;

/// <summary>
/// The versions of the application that the contenders deploy in turn, as a pipeline would have built and pushed them: three, so that
/// none is still there from the last but one deployment.
/// </summary>
internal sealed class BenchImages(Shell shell, string root)
{
    /// <summary>How many versions there are; the first is 1.</summary>
    public const int Versions = 3;

    public const string PublicRegistry = "docker.io/library";

    /// <summary>Where images come from.</summary>
    public static string Prefix => Environment.GetEnvironmentVariable("SLIPWAY_IMAGES") is { Length: > 0 } prefix ? prefix : PublicRegistry;

    // Only a registry of this machine takes images from a benchmark.
    private static bool HasOwnRegistry => Prefix.StartsWith("127.0.0.1:", StringComparison.Ordinal);

    private static string Repository => HasOwnRegistry ? Prefix[..Prefix.IndexOf('/', StringComparison.Ordinal)] + "/slipway-bench" : "slipway-bench";

    /// <summary>The image that the sample's version has.</summary>
    public static string Of(string sample, int version) => $"{Repository}/{sample}:{version}";

    /// <summary>Builds all versions of a sample and pushes them where that is possible.</summary>
    public async Task MakeAsync(string sample)
    {
        for (var version = 1; version <= Versions; version++)
        {
            var image = Of(sample, version);
            await shell.RunAsync(
                "docker", "build", "--quiet", "--tag", image, "--build-arg", $"BASE={Prefix}/debian:bookworm-slim", "--build-arg", $"VERSION={version}", Path.Combine(root, "samples", sample));
            if (HasOwnRegistry)
            {
                await shell.RunAsync("docker", "push", "--quiet", image);
            }
        }
    }

    /// <summary>What the baseline's script is told: the image to pull, or nothing, upon which it builds on the server.</summary>
    public static string ForScript(string sample, int version) => HasOwnRegistry ? Of(sample, version) : string.Empty;

    public Task RemoveAsync(string sample) => shell.RunAsync([0, 1], ["docker", "image", "rm", "--force", .. Enumerable.Range(1, Versions).Select(version => Of(sample, version))]);
}

using System.Diagnostics;

namespace Slipway.Dockerfiles.Tests.Engine;

/// <summary>The engine, which has the last word.</summary>
internal static class Docker
{
    /// <summary>Where images come from: what the bootstrap has set, or else the public registry.</summary>
    public static string Images => Environment.GetEnvironmentVariable("SLIPWAY_IMAGES") is { Length: > 0 } prefix ? prefix : "docker.io/library";

    /// <summary>Builds and gives what the build printed.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"docker {string.Join(' ', arguments)}: {await errors}{await output}");
        return [.. (await errors + await output).Split('\n')];
    }
}

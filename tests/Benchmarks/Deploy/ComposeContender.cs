namespace Benchmarks.Deploy;

/// <summary>What most people do: <c>docker compose up -d</c> with a changed version.</summary>
internal sealed class ComposeContender(string folder, Shell shell, int bootSeconds)
    : Contender("docker compose up -d", "slipway-bench-compose", folder, shell, bootSeconds), IForecaster
{
    public override string Sample => "hello-bot";

    public override Task<ShellOutcome> DeployAsync(int version) => Versioned(version).RunAsync("docker", "compose", "up", "-d");

    /// <summary>Compose's own answer to the question what a deployment would do.</summary>
    public Task<ShellOutcome> ForecastAsync(int version) => Versioned(version).RunAsync("docker", "compose", "--dry-run", "up", "-d");

    private Shell Versioned(int version) => Shell.With(new Dictionary<string, string> { ["BOT_IMAGE"] = BenchImages.Of(Sample, version) });
}

namespace Benchmarks.Deploy;

/// <summary>What most people do: <c>docker compose up -d</c> with a changed version.</summary>
internal sealed class ComposeContender(string folder, Shell shell, int bootSeconds)
    : Contender("docker compose up -d", "slipway-bench-compose", folder, shell, bootSeconds)
{
    public override string Sample => "hello-bot";

    public override Task<ShellOutcome> DeployAsync(int version) =>
        Shell.With(new Dictionary<string, string> { ["BOT_IMAGE"] = BenchImages.Of(Sample, version) }).RunAsync("docker", "compose", "up", "-d");
}

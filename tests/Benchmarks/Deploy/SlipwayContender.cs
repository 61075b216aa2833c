namespace Benchmarks.Deploy;

/// <summary>Slipway, from the shell: <c>./build.sh --target=Deploy</c>.</summary>
internal sealed class SlipwayContender(string title, string name, string folder, string root, string? host, Shell shell, int bootSeconds)
    : Contender(title, name, folder, shell, bootSeconds)
{
    private const int WouldChange = 2;

    public override string Sample => "hello-bot";

    public override Task<ShellOutcome> DeployAsync(int version) => RunAsync(version, [0], "Deploy");

    public Task<ShellOutcome> RollBackAsync(int version) => RunAsync(version, [0], "Rollback");

    /// <summary>Plans a deployment that changes something.</summary>
    public Task<ShellOutcome> ForecastAsync(int version) => RunAsync(version, [WouldChange], "Plan");

    private Task<ShellOutcome> RunAsync(int version, int[] accepted, string target) => Shell
        .With(new Dictionary<string, string> { ["BOT_IMAGE"] = BenchImages.Of(Sample, version) })
        .RunAsync(accepted, [Path.Combine(root, "build.sh"), $"--target={target}", $"--app={Folder}", .. host is null ? Array.Empty<string>() : [$"--host={host}"]]);
}

namespace Benchmarks.Deploy;

/// <summary>The baseline: the bash script of samples/hello-bot-before.</summary>
internal sealed class ScriptContender(string folder, Shell shell, int bootSeconds)
    : Contender("deploy_production.sh (before)", "slipway-bench-before", folder, shell, bootSeconds)
{
    public override string Sample => "hello-bot-before";

    public override Task<ShellOutcome> DeployAsync(int version) => Shell
        .With(new Dictionary<string, string> { ["COMPOSE_PROJECT_NAME"] = Name, ["BOT_IMAGE"] = BenchImages.ForScript(Sample, version), ["VERSION"] = $"{version}" })
        .RunAsync(Path.Combine(Folder, "scripts", "deploy_production.sh"));
}

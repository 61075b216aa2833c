using System.Globalization;
using Slipway.Testing.Network;

namespace Benchmarks.Deploy;

/// <summary>A way to deploy the application.</summary>
internal abstract class Contender
{
    protected Contender(string title, string name, string folder, Shell shell, int bootSeconds)
    {
        (Title, Name, Folder, Port) = (title, name, folder, FreePort.Find());
        Shell = shell.In(folder).With(new Dictionary<string, string>
        {
            ["HELLO_BOT_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["BOOT_SECONDS"] = bootSeconds.ToString(CultureInfo.InvariantCulture),
            ["SLIPWAY_IMAGES"] = BenchImages.Prefix,
        });
    }

    /// <summary>What it is called in the tables.</summary>
    public string Title { get; }

    /// <summary>The compose project.</summary>
    public string Name { get; }

    /// <summary>The sample that it deploys.</summary>
    public abstract string Sample { get; }

    /// <summary>Where its copy of the application lies.</summary>
    public string Folder { get; }

    /// <summary>The published port of the proxy.</summary>
    public int Port { get; }

    protected Shell Shell { get; }

    private string Filter => $"label=com.docker.compose.project={Name}";

    /// <summary>Deploys a version.</summary>
    /// <param name="version">1 to <see cref="BenchImages.Versions"/>.</param>
    /// <returns>From shell to shell.</returns>
    public abstract Task<ShellOutcome> DeployAsync(int version);

    /// <summary>Freezes its containers, so that their health checks take no time from the others.</summary>
    public Task FreezeAsync() => EachAsync(["docker", "pause"], ["docker", "ps", "--quiet", "--filter", Filter, "--filter", "status=running"]);

    /// <summary>Lets its containers go on.</summary>
    public Task ThawAsync() => EachAsync(["docker", "unpause"], ["docker", "ps", "--quiet", "--filter", Filter, "--filter", "status=paused"]);

    /// <summary>Removes whatever the deployments left.</summary>
    public async Task RemoveAsync()
    {
        await EachAsync(["docker", "rm", "--force", "--volumes"], ["docker", "ps", "--all", "--quiet", "--filter", Filter]);
        await EachAsync(["docker", "network", "rm"], ["docker", "network", "ls", "--quiet", "--filter", Filter]);
        await EachAsync(["docker", "volume", "rm"], ["docker", "volume", "ls", "--quiet", "--filter", Filter]);
        await EachAsync(["docker", "volume", "rm"], ["docker", "volume", "ls", "--quiet", "--filter", $"label=slipway.app={Name}"]);
        await EachAsync(["docker", "image", "rm", "--force"], ["docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference=slipway/{Name}-*"]);
    }

    private async Task EachAsync(string[] remove, string[] list)
    {
        var found = (await Shell.RunAsync(list)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (found.Length > 0)
            await Shell.RunAsync([.. remove, .. found]);
    }
}

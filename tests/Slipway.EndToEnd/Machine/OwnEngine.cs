using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Machine;

/// <summary>
/// A machine with an engine of its own, which may be killed: a container of this machine's engine, with this machine's programs and its folder
/// for temporary files. Others are at work with this machine's own engine.
/// </summary>
internal sealed class OwnEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _name = $"e2e-engine-{Guid.NewGuid():N}"[..20];
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-e2e-engine-").FullName;

    private OwnEngine()
    {
    }

    /// <summary>Where users reach what it publishes.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>What programs need that are to use it.</summary>
    public Dictionary<string, string?> Environment => new() { ["DOCKER_HOST"] = $"unix://{_folder}/docker.sock" };

    /// <summary>What comes before a command that is to run on that machine: its network is not this one's.</summary>
    public IReadOnlyList<string> Through { get; private set; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="program">Where images come from.</param>
    /// <param name="images">What it has, copied from this machine's engine.</param>
    public static async Task<OwnEngine> StartAsync(SlipwayProgram program, params IEnumerable<string> images)
    {
        var engine = new OwnEngine();
        try
        {
            var temporary = Path.GetTempPath().TrimEnd('/');
            await Docker.RunAsync(
                "run", "-d", "--privileged", "--name", engine._name, "-v", "/usr:/usr:ro", "-v", "/etc/alternatives:/etc/alternatives:ro", "-v", "/var/lib/docker",
                "-v", $"{temporary}:{temporary}", $"{program.Images}/debian:bookworm-slim", "sleep", "infinity");
            await engine.StartAsync();
            var load = $"docker save {string.Join(' ', images.Select(i => $"{program.Images}/{i}"))} | DOCKER_HOST=\"$0\" docker load";
            (await RunningProgram.RunAsync(["sh", "-ec", load, engine.Environment["DOCKER_HOST"]!])).ShouldHaveEndedWith(0);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts its engine, and waits until that answers.</summary>
    public async Task StartAsync()
    {
        Address = await Docker.RunAsync("inspect", "-f", "{{.NetworkSettings.IPAddress}}", _name);
        Through = ["nsenter", $"--net=/proc/{await Docker.RunAsync("inspect", "-f", "{{.State.Pid}}", _name)}/ns/net"];
        await Docker.RunAsync(
            "exec", "-d", _name, "sh", "-c", $"rm -f /var/run/docker.pid /var/run/docker/containerd/*.pid {_folder}/docker.sock; exec dockerd -H unix://{_folder}/docker.sock >/var/log/dockerd.log 2>&1");
        using var deadline = new CancellationTokenSource(Patience);
        while ((await TryAsync("version")).ExitCode != 0)
        {
            deadline.IsCancellationRequested.ShouldBeFalse((await Docker.TryAsync("exec", _name, "tail", "/var/log/dockerd.log")).ToString());
        }
    }

    /// <summary>Ends its engine as a service manager does.</summary>
    public Task StopAsync() => Docker.RunAsync("exec", _name, "sh", "-c", "kill $(cat /var/run/docker.pid); while pidof dockerd; do sleep 0.1; done");

    /// <summary>Ends its engine as the kernel does when memory runs out: what it runs goes on.</summary>
    public Task KillAsync() => Docker.RunAsync("exec", _name, "sh", "-c", "kill -9 $(pidof dockerd containerd)");

    /// <summary>Takes all power away, and gives it back; nobody starts the engine.</summary>
    public async Task LosePowerAsync()
    {
        await Docker.RunAsync("kill", _name);
        await Docker.RunAsync("start", _name);
        await Docker.RunAsync("exec", _name, "sh", "-c", "rm -rf /var/run/docker*");
    }

    public async Task<string> RunAsync(params IEnumerable<string> arguments) => (await TryAsync(arguments)).ShouldHaveEndedWith(0).Output.Trim();

    public async ValueTask DisposeAsync()
    {
        await Docker.TryAsync("rm", "-f", "-v", _name);
        Directory.Delete(_folder, recursive: true);
    }

    private Task<ProgramResult> TryAsync(params IEnumerable<string> arguments) => Docker.TryAsync(arguments, null, Environment);
}
